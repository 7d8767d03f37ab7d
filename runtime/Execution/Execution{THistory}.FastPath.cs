namespace Compiled.Execution;

/// <summary>Taking over from a fast path.</summary>
public sealed partial class Execution<THistory>
{
    /// <summary>Puts the execution where it stands when the path's last task was called; gives the frame that waits for the reply.</summary>
    internal Frame<THistory> GoOn(in FastPath path)
    {
        Events = path.Events;
        Effects = path.Effects;
        if (path.Run?.HandOver(this) is { } named)
        {
            named.Tell(Input);
            TakeOver(named);
        }

        if (path.Began != 0)
            Started(path.Began);
        _root.GoOn(in path);
        if (path.Variables is { } variables)
            _root.TakeVariables(variables);
        return _handed = _root;
    }
}
