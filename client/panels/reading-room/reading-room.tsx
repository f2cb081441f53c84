import { Waiting } from '../frame/waiting.tsx';

/** The documents, and the changes made of them. */
export function ReadingRoom() {
  return <Waiting what="the documents" />;
}
