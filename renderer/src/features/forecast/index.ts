export { ForecastTab } from './ForecastTab';
