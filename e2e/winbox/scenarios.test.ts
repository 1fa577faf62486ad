import { testScenarios } from './scenarios.ts';

testScenarios('few');
