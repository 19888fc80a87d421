export default {
  en: { 'network.title': 'Network' },
  ko: { 'network.title': '신경망' },
};
