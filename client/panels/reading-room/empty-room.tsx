import { useCanWrite, useServices } from '../page-context.ts';

/** What stands where no document is yet: how the first one comes in. */
export function EmptyRoom() {
  const { store } = useServices();
  const canWrite = useCanWrite();
  return (
    <div className="nothing room-empty">
      <p className="problem-title">No document is here yet</p>
      {canWrite ? (
        <>
          <p>
            Add a report: its stated relations are proposed, each with the sentence that states it, and none
            counts before you accept it. Files can also be dropped anywhere on this page.
          </p>
          <button type="button" className="button button-main" onClick={() => store.setState({ adding: [] })}>
            Add a report
          </button>
        </>
      ) : (
        <p>Whoever may write here can add reports; they are listed then.</p>
      )}
    </div>
  );
}
