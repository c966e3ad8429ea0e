export { Explanation } from './Explanation';
export { isAboutAmount, Why } from './Why';
export { remedyLine } from './remedy-words';
export { Refusals, Warnings } from './Refusals';
