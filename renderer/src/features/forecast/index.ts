export { ForecastTab } from './ForecastTab';
export { forecastSentence } from './forecast-words';
