import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

const groupsOf = (text: string): string[] =>
  [...readReport(text).actors.values()]
    .filter((actor) => actor.kind === 'group' && actor.count > 0)
    .map((actor) => actor.name);

describe('findGroups', () => {
  it('when people have an adjective or an owner, then they are one group, and the country is found besides', () => {
    const report = readReport('We thanked the Kenyan military and the people of Kenya.');
    expect([...report.actors.keys()]).toEqual(
      expect.arrayContaining(['kenya', 'kenyan-military', 'kenyan-people']),
    );
  });
  it('when a group is counted or described, then its name keeps that', () => {
    expect(groupsOf('Rain hit several villages. The families of the victims wept.')).toEqual([
      'several villages',
      'families of the victims',
      'victims',
    ]);
  });
  it('when "those" or "these" take a group up, then it is the same group', () => {
    expect(groupsOf('Young farmers marched. These farmers sang.')).toEqual(['Young farmers']);
  });
  it('when those have no noun, then what follows names them', () => {
    expect(groupsOf('Help came for those in need.')).toContain('those in need');
  });
  it('when "its" stands before the group, then its country names it', () => {
    expect([...readReport('Kenya called its officials home.').actors.keys()]).toContain('kenyan-officials');
  });
  it('when partners and allies of one are spoken of in several ways, then they are one group', () => {
    const report = readReport(
      'Norway thanked its partners. Norway and its allies and partners met. Norway’s allies agreed.',
    );
    const groups = [...report.actors.values()].filter(({ kind }) => kind === 'group');
    expect(groups.map(({ id, name }) => [id, name])).toEqual([
      ['norwegian-allies-and-partners', 'Norwegian allies and partners'],
    ]);
  });
  it('when a nation is called by its people, citizens or plural, then it is one people', () => {
    const report = readReport('Kenyan citizens voted. The Kenyan people voted. All Kenyans voted.');
    expect(report.mentions.filter(({ actor }) => actor === 'kenyan-people')).toHaveLength(3);
  });
  it('when an administration is somebody’s own, then it bears their name', () => {
    const report = readReport('President Anna Berg praised her administration.');
    expect(report.actors.get('berg-administration')?.kind).toBe('organisation');
  });
  it('when "all" stands before a group, then its name goes without it', () => {
    expect(groupsOf('They freed all political prisoners.')).toEqual(['political prisoners']);
  });
  it('when two are spoken of as "the two leaders", then no group is made', () => {
    expect(groupsOf('The two leaders talked.')).toEqual([]);
  });
  it('when "that" opens a clause, then it is no part of the group after it', () => {
    expect(groupsOf('He confirmed that both leaders talked. She said that young farmers marched.')).toEqual([
      'young farmers',
    ]);
  });
  it('when leadership is what a person does, then it is no group; a country’s is', () => {
    expect(groupsOf('They praised her leadership and Anna Berg’s firm leadership.')).toEqual([]);
    const text = 'Kenya’s leadership met.';
    const whose = readReport(text).mentions.find(({ end }) => text.slice(0, end).endsWith('leadership'));
    expect(whose?.actor).toBe('kenya');
  });
  it('when what they are of owns something, then that is what they are of', () => {
    expect(groupsOf('Members of Norway’s forces marched.')).toContain('Members of Norway’s forces');
  });
  it('when a collective only describes another noun, then it is no group', () => {
    expect(groupsOf('They ended the military operations.')).toEqual([]);
  });
});

describe('findRoles', () => {
  it('when nobody known bears the role, then the role is a person of its own', () => {
    const report = readReport("The envoy called Kenya's foreign minister.");
    expect(report.actors.get('kenyas-foreign-minister')?.kind).toBe('person');
  });
  it('when a known person bears it, then the role is that person', () => {
    const report = readReport('Kenyan President Otto Beispiel came. The Kenyan president spoke.');
    expect(report.mentions.find((mention) => mention.form === 'role')?.actor).toBe('otto-beispiel');
  });
});
