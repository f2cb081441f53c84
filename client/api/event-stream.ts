/** One event of a stream of server-sent events. */
export interface ServerEvent {
  /** `message` where the stream does not name it. */
  readonly name: string;
  readonly data: string;
}

/**
 * Reads a stream of server-sent events as its text comes, cut anywhere (WHATWG HTML, 9.2.6). Comments and fields other
 * than `event` and `data` are passed over; an event without data is none.
 */
export function createEventParser(onEvent: (event: ServerEvent) => void): (text: string) => void {
  let rest = '';
  let name = '';
  let data: string[] = [];
  const readLine = (line: string): void => {
    if (line === '') {
      if (data.length > 0) onEvent({ name: name === '' ? 'message' : name, data: data.join('\n') });
      name = '';
      data = [];
      return;
    }
    const [field, value] = splitOnce(line);
    if (field === 'event') name = value;
    else if (field === 'data') data.push(value);
  };
  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) readLine(line);
  };
}

/** The field's name and its value, without the one space that may follow the colon. */
function splitOnce(line: string): readonly [string, string] {
  const at = line.indexOf(':');
  if (at < 0) return [line, ''];
  return [line.slice(0, at), line.slice(line[at + 1] === ' ' ? at + 2 : at + 1)];
}
