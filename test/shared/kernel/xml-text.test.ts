import { describe, expect, it } from 'vitest';
import { withoutReferences } from '#core/kernel/xml-text';

describe('a text of XML', () => {
  it('has its references written out: by name, by number, and in hexadecimal', () => {
    expect(withoutReferences('M&#252;ller &amp; S&#xF6;hne &lt;O&apos;Neill&gt; &quot;3&#39;')).toBe(
      "Müller & Söhne <O'Neill> \"3'",
    );
  });

  it('is written out once only, and keeps names that XML does not have', () => {
    expect(withoutReferences('&amp;lt; &nbsp; &')).toBe('&lt; &nbsp; &');
  });
});
