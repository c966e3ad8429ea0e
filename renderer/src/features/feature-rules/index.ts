export { FeatureRules } from './FeatureRules';
