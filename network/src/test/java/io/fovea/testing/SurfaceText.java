package io.fovea.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One type as text: its declaration, and a line for each member that others may use. */
final class SurfaceText {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
  private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

  /** How a method does its work is its own business. */
  private static final int HOW = Modifier.SYNCHRONIZED | Modifier.NATIVE | Modifier.STRICT;

  private SurfaceText() {}

  static boolean isPublic(Class<?> type) {
    return !type.isSynthetic()
        && Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }

  static String of(Class<?> type) {
    var members = new ArrayList<String>();
    for (Field field : type.getDeclaredFields()) {
      if (isOpen(field)) {
        members.add(
            field.isEnumConstant()
                ? field.getName()
                : words(field.getModifiers())
                    + name(field.getGenericType())
                    + " "
                    + field.getName());
      }
    }
    Stream.of(type.getDeclaredConstructors())
        .filter(constructor -> isOpen(constructor) && !type.isRecord())
        .map(SurfaceText::constructor)
        .sorted()
        .forEach(members::add);
    Stream.of(type.getDeclaredMethods())
        .filter(method -> isOpen(method) && !isKnown(type, method))
        .map(SurfaceText::method)
        .sorted()
        .forEach(members::add);
    return declaration(type)
        + "\n"
        + members.stream().map(member -> "  " + member + "\n").collect(Collectors.joining());
  }

  private static boolean isOpen(Member member) {
    int open = Modifier.PUBLIC | Modifier.PROTECTED;
    return !member.isSynthetic() && (member.getModifiers() & open) != 0;
  }

  /** Whether the declaration already says that this method is there. */
  private static boolean isKnown(Class<?> type, Method method) {
    boolean accessor =
        type.isRecord()
            && method.getParameterCount() == 0
            && Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals(method.getName()));
    return accessor
        || OF_EVERY_OBJECT.contains(method.getName())
        || type.isEnum() && OF_EVERY_ENUM.contains(method.getName());
  }

  private static String declaration(Class<?> type) {
    var text = new StringBuilder(type.getPackageName()).append(": ");
    text.append(kind(type).equals("class") ? words(type.getModifiers()) : "");
    text.append(type.isSealed() ? "sealed " : "").append(kind(type)).append(' ');
    text.append(type.getTypeName().substring(type.getPackageName().length() + 1).replace('$', '.'));
    text.append(variables(type.getTypeParameters()));
    if (type.isRecord()) {
      text.append(
          Arrays.stream(type.getRecordComponents())
              .map(SurfaceText::component)
              .collect(Collectors.joining(", ", "(", ")")));
    }
    Class<?> parent = type.getSuperclass();
    boolean plain = parent == null || parent == Object.class || type.isRecord() || type.isEnum();
    text.append(plain ? "" : " extends " + name(type.getGenericSuperclass()));
    text.append(
        list(type.isInterface() ? " extends " : " implements ", type.getGenericInterfaces()));
    text.append(type.isSealed() ? list(" permits ", type.getPermittedSubclasses()) : "");
    return text.toString();
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "@interface";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return type.isRecord() ? "record" : "class";
  }

  private static String component(RecordComponent component) {
    return name(component.getGenericType()) + " " + component.getName();
  }

  private static String constructor(Constructor<?> constructor) {
    return words(constructor.getModifiers())
        + constructor.getDeclaringClass().getSimpleName()
        + parameters(constructor);
  }

  private static String method(Method method) {
    String variables = variables(method.getTypeParameters());
    return words(method.getModifiers() & Modifier.methodModifiers() & ~HOW)
        + (method.isDefault() ? "default " : "")
        + (variables.isEmpty() ? "" : variables + " ")
        + name(method.getGenericReturnType())
        + " "
        + method.getName()
        + parameters(method);
  }

  private static String parameters(Executable executable) {
    return Stream.of(executable.getGenericParameterTypes())
            .map(SurfaceText::name)
            .collect(Collectors.joining(", ", "(", ")"))
        + list(" throws ", executable.getGenericExceptionTypes());
  }

  private static String variables(Type[] variables) {
    return variables.length == 0
        ? ""
        : Stream.of(variables).map(SurfaceText::name).collect(Collectors.joining(", ", "<", ">"));
  }

  private static String list(String before, Type[] types) {
    List<String> names = Stream.of(types).map(SurfaceText::name).toList();
    return names.isEmpty() ? "" : before + String.join(", ", names);
  }

  /** Modifiers with a space behind them; everything here is public, so that isn't said. */
  private static String words(int modifiers) {
    String words = Modifier.toString(modifiers & ~Modifier.PUBLIC);
    return words.isEmpty() ? "" : words + " ";
  }

  /** A type without its packages. */
  private static String name(Type type) {
    return type.getTypeName().replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "").replace('$', '.');
  }
}
