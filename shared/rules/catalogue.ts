import type { FactName } from '../model/facts.ts';
import { certName } from './cert-name.ts';
import { certPresent } from './cert-present.ts';
import { certPrivateKey } from './cert-private-key.ts';
import { certValidity } from './cert-validity.ts';
import { hostElevated } from './host-elevated.ts';
import { httpsysDrift } from './httpsys-drift.ts';
import { httpsysOwner } from './httpsys-owner.ts';
import { httpsysRecord } from './httpsys-record.ts';
import { iisHttpsBinding } from './iis-https-binding.ts';
import { iisSite } from './iis-site.ts';
import type { Rule } from './rule.ts';
import { tlsHandshake } from './tls-handshake.ts';
import { tlsServed } from './tls-served.ts';

/** Every check, in the order of the report. A new one is a file and a line here. */
export const rules: readonly Rule<FactName, FactName>[] = [
  hostElevated,
  iisSite,
  iisHttpsBinding,
  httpsysRecord,
  httpsysDrift,
  httpsysOwner,
  certPresent,
  certPrivateKey,
  certValidity,
  certName,
  tlsHandshake,
  tlsServed,
];

/** The checks without which a diagnosis is incomplete. */
export const decisiveFindings = rules.filter(({ decisive }) => decisive).map(({ id }) => id);
