export { useActStanding, useComputerName, type StandingInWords } from './use-act-standing';
