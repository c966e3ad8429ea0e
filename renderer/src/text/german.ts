import { accountTexts } from './german/account';
import { attentionTexts } from './german/attention';
import { commandTexts } from './german/commands';
import { costsTexts } from './german/costs';
import { devicesTexts } from './german/devices';
import { domainTexts } from './german/domain';
import { explainTexts } from './german/explain';
import { exportsTexts } from './german/exports';
import { featureRulesTexts } from './german/feature-rules';
import { firstGroupTexts } from './german/first-group';
import { forecastTexts } from './german/forecast';
import { glossaryTexts } from './german/glossary';
import { groupTexts } from './german/group';
import { handoverTexts } from './german/handover';
import { historyTexts } from './german/history';
import { hereTexts } from './german/here';
import { keptTexts } from './german/kept';
import { importsTexts } from './german/imports';
import { licensesTexts } from './german/licenses';
import { manualTexts } from './german/manual';
import { manyTexts } from './german/many';
import { menusTexts } from './german/menus';
import { numbersTexts } from './german/numbers';
import { ownFieldsTexts } from './german/own-fields';
import { checklistTexts } from './german/checklist';
import { plansTexts } from './german/plans';
import { grantTexts } from './german/grants';
import { takeAlongTexts } from './german/take-along';
import { pasteSpecialTexts } from './german/paste-special';
import { peopleTexts } from './german/people';
import { portfolioTexts } from './german/portfolio';
import { problemTexts } from './german/problems';
import { projectTexts } from './german/project-file';
import { refusalTexts } from './german/refusals';
import { mailTexts } from './german/mail';
import { remindersTexts } from './german/reminders';
import { requestsTexts } from './german/requests';
import { rolesTexts } from './german/roles';
import { sheetsTexts } from './german/sheets';
import { searchTexts } from './german/search';
import { serverTexts } from './german/server';
import { settingsTexts } from './german/settings';
import { shellTexts } from './german/shell';
import { shorteningTexts } from './german/shortening';
import { smartListsTexts } from './german/smart-lists';
import { tableTexts } from './german/tables';
import { treeTexts } from './german/tree';
import { uiTexts } from './german/ui';
import { tourTexts } from './german/tour';
import { goOnTexts } from './german/go-on';
import { lockTexts } from './german/lock';
import { reviewTexts } from './german/review';
import { trustTexts } from './german/trust';
import { vendorsTexts } from './german/vendors';
import { whatIfTexts } from './german/what-if';
import type { english } from './english';
import type { Translation } from './translation';

/**
 * Everything the window says, in German. It compiles only with exactly the keys of the English catalogue.
 */
export const german: Translation<typeof english> = {
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
};
