import { formatEndpoint } from '../httpsys/endpoint.ts';
import { iisApplicationId, ownerOf } from '../httpsys/owners.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { defineRule, type Verdict } from './rule.ts';
import { servingOf, servingRecords } from './serving.ts';
import { noHttpsBinding } from './site-endpoints.ts';
import { paragraphs } from './words.ts';
import { decide } from './decide.ts';

export const httpsysOwner = defineRule({
  id: 'httpsys.owner',
  title: 'Who wrote the records that serve the site?',
  kb: ['KB172128'],
  needs: { all: ['iisConfig', 'httpSysLive'], any: [] },
  concludes: {
    pass: 'IIS, by the application id.',
    info: 'The record names no application id, or all zeros.',
    warn: 'Another product, or an id that is not known.',
  },
  decisive: false,
  applicable({ iisConfig, httpSysLive }, context) {
    const noBinding = noHttpsBinding(iisConfig);
    if (noBinding !== null) return noBinding;
    return servingOf(iisConfig, httpSysLive, context).some((serving) => servingRecords(serving).length > 0)
      ? null
      : 'No record of HTTP.SYS is known to serve this site.';
  },
  judge({ iisConfig, httpSysLive }, context) {
    const records = servingOf(iisConfig, httpSysLive, context).flatMap(servingRecords);
    return decide([...new Set(records)].map(judgeRecord))!;
  },
});

function judgeRecord(record: HttpSysRecord): Verdict {
  const endpoint = formatEndpoint(record.endpoint);
  const { kind, product } = ownerOf(record);
  const seen =
    record.appId === null
      ? `HTTP.SYS names no application id for ${endpoint}.`
      : `HTTP.SYS names the application id {${record.appId}} for ${endpoint}.`;
  if (kind === 'iis') {
    return { status: 'pass', summary: `The record of ${endpoint} was probably written by IIS.`, detail: seen };
  }
  if (kind === 'zeros' || record.appId === null) {
    return {
      status: 'info',
      summary: `The record of ${endpoint} does not say who wrote it.`,
      detail: `${seen} Programs that pass no id of their own leave it empty.`,
    };
  }
  return {
    status: 'warn',
    summary: `The record of ${endpoint} was probably written by ${product ?? 'another program than IIS'}.`,
    detail: paragraphs(
      `${seen} That of IIS is {${iisApplicationId}}; the id is only a label, so this says probably.`,
      'The agent leaves a binding alone that it decides is not its own, unless the site-server policy has the Force flag (KB172128).',
      'Find out which program writes the record; the article\'s way is "Force overwrite HTTPS binding" in the site-server settings.',
    ),
  };
}
