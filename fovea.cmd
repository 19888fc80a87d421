@echo off
rem Starts Fovea: from a checkout, which it builds when needed, or from a release archive's bin\.
rem JAVA_HOME chooses the Java, JAVA_OPTS adds flags for it.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "JAVA=java.exe"
if not defined JAVA_HOME goto from_path
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto found
echo fovea: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe; set it to the folder of a JDK 17 or newer 1>&2
exit /b 1
:from_path
for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
if defined JAVA goto found
echo fovea: there is no Java; install a JDK 17 or newer, or set JAVA_HOME to one 1>&2
exit /b 1

:found
rem Which Java, without starting one: a JDK says in the file "release" what it is.
for %%I in ("%JAVA%") do set "RELEASE=%%~dpI..\release"
set "VERSION="
if exist "%RELEASE%" for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%RELEASE%"`) do set "VERSION=%%~V"
if not defined VERSION for /f "tokens=3" %%V in ('""%JAVA%" -version 2>&1" ^| findstr /i version') do if not defined VERSION set "VERSION=%%~V"
for /f "delims=.-+" %%V in ("%VERSION%") do set "MAJOR=%%V"
if not defined MAJOR set "MAJOR=0"
if %MAJOR% GEQ 17 goto java_ok
echo fovea: %JAVA% is Java %VERSION%; install a JDK 17 or newer, or set JAVA_HOME to one 1>&2
exit /b 1

:java_ok
set "LIB=%HERE%..\lib"
if not exist "%HERE%pom.xml" goto start
set "LIB=%HERE%app\target\fovea\lib"
set "STAMP=%HERE%app\target\fovea.stamp"
if not exist "%STAMP%" goto build
rem Is anything that the build reads newer than what it made?
set "FOVEA_STALE="
for /f %%N in ('powershell -NoProfile -Command "$t=(Get-Item -LiteralPath $env:STAMP).LastWriteTime; Get-ChildItem -LiteralPath $env:HERE -Directory | Where-Object { $_.Name -ne 'bench' } | ForEach-Object { Join-Path $_.FullName 'pom.xml'; Join-Path $_.FullName 'src' } | Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Get-Item -LiteralPath $_; Get-ChildItem -LiteralPath $_ -Recurse } | Where-Object { $_.FullName -notmatch '\\src\\test\\' -and $_.LastWriteTime -gt $t } | Select-Object -First 1 | ForEach-Object { 'yes' }"') do set "FOVEA_STALE=%%N"
if not defined FOVEA_STALE goto start
:build
where mvn >nul 2>&1
if not errorlevel 1 goto maven_ok
echo fovea: it has to be built first, and there is no Maven; install Maven 3.8.7 or newer 1>&2
exit /b 1
:maven_ok
echo fovea: building (first time: a few minutes) ... 1>&2
rem Maven takes the same Java, where it is a JDK's own and no stand-in on the path.
for %%I in ("%JAVA%") do set "BIN=%%~dpI"
for %%I in ("%BIN%..") do if exist "%BIN%javac.exe" set "JAVA_HOME=%%~fI"
if not exist "%HERE%app\target" mkdir "%HERE%app\target"
set "BEGUN=%HERE%app\target\fovea.begun"
if exist "%BEGUN%" del "%BEGUN%"
type nul >"%BEGUN%"
pushd "%HERE%"
call mvn -q -B -pl app -am package -DskipTests -Dfovea.release.skip=true >"%HERE%app\target\build.log" 2>&1 <nul
set "CODE=%ERRORLEVEL%"
popd
if "%CODE%"=="0" goto built
type "%HERE%app\target\build.log" 1>&2
echo fovea: the build failed, as said above 1>&2
exit /b 1
:built
rem As old as the build's begin: what is saved during a build is built the next time.
move /y "%BEGUN%" "%STAMP%" >nul

:start
set "JAR="
for %%J in ("%LIB%\fovea-app-*.jar") do set "JAR=%%~fJ"
if defined JAR goto run
echo fovea: %LIB% holds no fovea-app jar; unpack the archive again 1>&2
exit /b 1
:run
rem As in the launcher for other systems: what runs long wants the second compiler too.
set "FLAGS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%~1"=="train" set "FLAGS=-XX:+UseSerialGC"
if "%~1"=="explore" set "FLAGS=-XX:+UseG1GC"
set "FLAGS=%FLAGS% -Xshare:auto -Xlog:disable"
if %MAJOR% GEQ 22 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED"
if %MAJOR% GEQ 23 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"
"%JAVA%" %FLAGS% %JAVA_OPTS% -cp "%JAR%" io.fovea.app.FoveaCommand %*
exit /b %ERRORLEVEL%
