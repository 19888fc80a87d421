export default {
  en: {
    'input.title': 'Input',
    'input.picture': 'The picture as the network sees it; draw a box to find who sees it',
    'input.open': 'Open a file …',
    'input.samples': 'Samples',
    'input.sent': 'Your picture',
    'input.hint': 'Drop or paste a picture, or an array (.npy .csv .mat). Draw a box on it.',
    'input.scores': 'Scores',
    'input.noScores': 'This network tells no classes.',
    'input.time': 'whole network in {milliseconds} ms, all layers kept',
  },
  ko: {
    'input.title': '입력',
    'input.picture': '신경망이 보는 그림. 상자를 그리면 그곳에 반응하는 채널을 찾습니다',
    'input.open': '파일 열기 …',
    'input.samples': '예제',
    'input.sent': '보낸 그림',
    'input.hint': '그림이나 배열(.npy .csv .mat)을 끌어 놓거나 붙여 넣으세요. 그림 위에 상자를 그려 보세요.',
    'input.scores': '점수',
    'input.noScores': '이 신경망은 클래스를 알려 주지 않습니다.',
    'input.time': '전체 신경망 {milliseconds} ms, 모든 계층 보관',
  },
};
