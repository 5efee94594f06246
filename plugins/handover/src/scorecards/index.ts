export { scorecardCells } from './cells';
export { LevelMark } from './LevelMark';
export { scorecardPanels } from './panels';
export { SCORECARDS_ID } from './sectionId';
export { useScorecards } from './useScorecards';
