export { UnitsCard } from './UnitsCard';
export { forecastDays, type ForecastDay, type ForecastLine } from './forecast-days';
export { forecastSentence, lineWords } from './forecast-words';
