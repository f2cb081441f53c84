import { describe, expect, it } from 'vitest';
import { readFrames } from '../read-frames.ts';

describe('findFrames', () => {
  it.each([
    ['an active verb', 'Norway condemned Chile on Monday.', 'Norway accuses Chile'],
    ['a passive with its agent', 'Chile was attacked by Norway.', 'Norway attacks Chile'],
    ['an -s verb that the tagger takes for a noun', 'Norway backs Chile.', 'Norway supports Chile'],
    ['a noun with an owner', 'Norway’s support for Chile has grown.', 'Norway supports Chile'],
    [
      'a noun with a demonym before it',
      'Norwegian aggression against Chile must end.',
      'Norwegian attacks Chile',
    ],
    ['a noun as the object of a light verb', 'Norway launched an attack on Chile.', 'Norway attacks Chile'],
    ['talks between two', 'The talks between Norway and Chile went well.', 'Norway consults Chile'],
    ['two as one subject', 'Norway and Chile cooperated.', 'Norway cooperates-with Chile'],
    ['the second of two subjects', 'Norway and Kenya criticised Chile.', 'Kenya accuses Chile'],
    ['the second of two objects', 'Norway praised Kenya and Chile.', 'Norway supports Chile'],
    ['the second of two verbs', 'Norway visited Kenya and thanked Chile.', 'Norway supports Chile'],
    ['an infinitive of the subject', 'Norway wants to help Chile.', 'Norway aids Chile'],
    ['an infinitive of the object', 'Kenya urged Norway to help Chile.', 'Norway aids Chile'],
    ['a relative clause', 'Norway, which invaded Chile, wants peace.', 'Norway attacks Chile'],
    ['a clause that is said', 'Kenya said that Norway would bomb Chile.', 'Norway attacks Chile'],
    ['a title before its bearer', 'Kenya received President of Norway Anna Berg.', 'Anna Berg leads Norway'],
    [
      'a person behind a title',
      'Anna Berg met President of Norway John Dale.',
      'Anna Berg consults John Dale',
    ],
    ['an adjective', 'Norway is deeply grateful to Chile.', 'Norway supports Chile'],
  ])('when the sentence has %s, then who does what to whom comes out', (_, text, expected) => {
    expect(readFrames(text)).toContain(expected);
  });

  it.each([
    ['the passive', 'Chile was attacked by Norway.', 'Chile attacks Norway'],
    ['the other clause', 'Kenya said that Norway would bomb Chile.', 'Kenya attacks Chile'],
    ['the control of an infinitive', 'Kenya urged Norway to help Chile.', 'Kenya aids Chile'],
    ['a country in a title', 'Anna Berg met President of Norway John Dale.', 'Anna Berg consults Norway'],
  ])('when %s says otherwise, then no sure frame is made', (_, text, unexpected) => {
    expect(readFrames(text)).not.toContain(unexpected);
  });
});
