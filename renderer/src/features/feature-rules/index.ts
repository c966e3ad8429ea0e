export { ownRule, withOwnRule, type OwnRule } from './feature-state';
export { FeatureRules } from './FeatureRules';
