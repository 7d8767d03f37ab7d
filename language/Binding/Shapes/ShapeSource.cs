namespace Compiled.Language.Binding;

/// <summary>What finding the shapes of one machine goes by.</summary>
/// <param name="resultOf">What the raw result of a Task looks like; null where nothing is supposed of it.</param>
internal sealed class ShapeSource(Func<TaskState, Shape>? resultOf)
{
    // Loops in flows inside loops multiply; past this many visits nothing more is found out, so that no definition makes this slow.
    private int _left = 60_000;

    /// <summary>Whether what AWS gives may be supposed.</summary>
    public bool SupposesAws => resultOf is not null;

    /// <summary>Whether the visits are used up.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>The shape of a Task's raw result.</summary>
    public Shape ResultOf(TaskState task) => resultOf?.Invoke(task) ?? Shape.Unknown;

    /// <summary>Counts a visit of a state.</summary>
    public void Visit() => _left--;
}
