export { Explanation } from './Explanation';
export { isAboutAmount, Why } from './Why';
export { remedyLine } from './remedy-words';
