import { describe, expect, it, vi } from 'vitest';
import { mainTextsIn } from '../../../../electron/main/texts';
import { mayOpenAnew, troublePage } from '../../../../electron/main/window/window-recovery';
import { languages } from '#core/kernel/language';

vi.mock('electron', () => ({ protocol: {} }));

const minute = 60_000;

describe('a window whose process has ended', () => {
  it('is opened anew the first three times within a minute, and not a fourth time', () => {
    expect(mayOpenAnew([], 0)).toBe(true);
    expect(mayOpenAnew([0, 10], 20)).toBe(true);
    expect(mayOpenAnew([0, 10, 20], 30)).toBe(false);
  });

  it('is opened anew again when the last times were long ago', () => {
    expect(mayOpenAnew([0, 10, 20], 20 + minute)).toBe(true);
  });

  it.each(languages)('gives way to a page that says what was kept and where the log is (%s)', (language) => {
    const texts = mainTextsIn[language].trouble;
    const page = decodeURIComponent(troublePage(texts, language, '/home/a <b>/trellis.log'));
    for (const text of Object.values(texts)) expect(page).toContain(text);
    expect(page).toContain('/home/a &lt;b>/trellis.log');
    expect(page).not.toContain('<script');
  });
});
