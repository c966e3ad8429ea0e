export { PortfolioTab } from './PortfolioTab';
export { hasPortfolio } from './portfolio-rows';
