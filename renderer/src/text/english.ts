import { accountTexts } from './english/account';
import { attentionTexts } from './english/attention';
import { commandTexts } from './english/commands';
import { costsTexts } from './english/costs';
import { devicesTexts } from './english/devices';
import { domainTexts } from './english/domain';
import { explainTexts } from './english/explain';
import { exportsTexts } from './english/exports';
import { featureRulesTexts } from './english/feature-rules';
import { firstGroupTexts } from './english/first-group';
import { forecastTexts } from './english/forecast';
import { glossaryTexts } from './english/glossary';
import { groupTexts } from './english/group';
import { handoverTexts } from './english/handover';
import { historyTexts } from './english/history';
import { hereTexts } from './english/here';
import { keptTexts } from './english/kept';
import { importsTexts } from './english/imports';
import { licensesTexts } from './english/licenses';
import { manualTexts } from './english/manual';
import { manyTexts } from './english/many';
import { menusTexts } from './english/menus';
import { numbersTexts } from './english/numbers';
import { ownFieldsTexts } from './english/own-fields';
import { checklistTexts } from './english/checklist';
import { plansTexts } from './english/plans';
import { grantTexts } from './english/grants';
import { takeAlongTexts } from './english/take-along';
import { pasteSpecialTexts } from './english/paste-special';
import { peopleTexts } from './english/people';
import { portfolioTexts } from './english/portfolio';
import { problemTexts } from './english/problems';
import { projectTexts } from './english/project-file';
import { refusalTexts } from './english/refusals';
import { mailTexts } from './english/mail';
import { remindersTexts } from './english/reminders';
import { requestsTexts } from './english/requests';
import { rolesTexts } from './english/roles';
import { sheetsTexts } from './english/sheets';
import { searchTexts } from './english/search';
import { serverTexts } from './english/server';
import { settingsTexts } from './english/settings';
import { shellTexts } from './english/shell';
import { shorteningTexts } from './english/shortening';
import { smartListsTexts } from './english/smart-lists';
import { tableTexts } from './english/tables';
import { treeTexts } from './english/tree';
import { uiTexts } from './english/ui';
import { tourTexts } from './english/tour';
import { goOnTexts } from './english/go-on';
import { lockTexts } from './english/lock';
import { reviewTexts } from './english/review';
import { trustTexts } from './english/trust';
import { vendorsTexts } from './english/vendors';
import { whatIfTexts } from './english/what-if';

/**
 * Everything the window says, in English. ICU messages: plurals and choices are written here, not in components.
 * The parts follow the features; another language gives the same keys.
 */
export const english = {
  ...uiTexts,
  ...domainTexts,
  ...settingsTexts,
  ...shellTexts,
  ...commandTexts,
  ...treeTexts,
  ...glossaryTexts,
  ...groupTexts,
  ...handoverTexts,
  ...historyTexts,
  ...attentionTexts,
  ...hereTexts,
  ...keptTexts,
  ...refusalTexts,
  ...problemTexts,
  ...licensesTexts,
  ...costsTexts,
  ...ownFieldsTexts,
  ...checklistTexts,
  ...plansTexts,
  ...takeAlongTexts,
  ...grantTexts,
  ...pasteSpecialTexts,
  ...peopleTexts,
  ...numbersTexts,
  ...devicesTexts,
  ...tableTexts,
  ...sheetsTexts,
  ...importsTexts,
  ...projectTexts,
  ...exportsTexts,
  ...remindersTexts,
  ...mailTexts,
  ...accountTexts,
  ...requestsTexts,
  ...rolesTexts,
  ...manualTexts,
  ...manyTexts,
  ...menusTexts,
  ...featureRulesTexts,
  ...explainTexts,
  ...firstGroupTexts,
  ...forecastTexts,
  ...portfolioTexts,
  ...tourTexts,
  ...goOnTexts,
  ...lockTexts,
  ...reviewTexts,
  ...trustTexts,
  ...whatIfTexts,
  ...searchTexts,
  ...shorteningTexts,
  ...smartListsTexts,
  ...serverTexts,
  ...vendorsTexts,
} as const;
