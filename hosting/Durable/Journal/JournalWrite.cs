namespace Compiled.Durable.Journal;

/// <summary>Something to write in the writer's next transaction.</summary>
public abstract class JournalWrite
{
    /// <summary>Writes. Called again when the transaction had to be tried again, so it may change nothing but the store.</summary>
    public abstract void Apply(IJournalStore store);

    /// <summary>
    /// Whether it fails when the store can't be written, instead of being tried again until it can. A commit of which the store said that it failed may yet
    /// be there after a crash.
    /// </summary>
    public virtual bool GivesUp => false;

    /// <summary>Tells that it is durable, or why it never will be. Must return at once: the thread is the writer's.</summary>
    public abstract void Done(Exception? failure);
}
