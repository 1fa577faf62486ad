import { testScenarios } from './scenarios.ts';

testScenarios('others');
