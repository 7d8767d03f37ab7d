using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>One state, with what all eight types have in common.</summary>
public abstract class State
{
    private protected State(string name, ObjectNode source)
    {
        Name = name;
        Source = source;
    }

    /// <summary>The position in <see cref="Machine.States"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>The name, unique in the whole machine.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public abstract StateType Type { get; }

    /// <summary>The state's own query language, or the machine's where it names none.</summary>
    public QueryLanguage QueryLanguage { get; internal set; }

    /// <summary>The author's comment.</summary>
    public string? Comment { get; internal set; }

    /// <summary>The flow the state stands in.</summary>
    public Flow Flow { get; internal set; } = null!;

    /// <summary>The state that <c>Next</c> names; null for <c>End: true</c> and for Choice, Succeed and Fail.</summary>
    public State? Next { get; internal set; }

    /// <summary>Whether the flow ends after this state: <c>End: true</c>, Succeed or Fail.</summary>
    public bool IsTerminal { get; internal set; }

    /// <summary>The state as written.</summary>
    public ObjectNode Source { get; }

    /// <summary>What of the input the state sees; the default in a JSONata state and in Fail.</summary>
    public DataPath InputPath { get; internal set; } = DataPath.Default;

    /// <summary>What of the output the state passes on; the default in a JSONata state and in Fail.</summary>
    public DataPath OutputPath { get; internal set; } = DataPath.Default;

    /// <summary>The variables set when the state succeeds (in a Choice: when Default is taken); null in Succeed and Fail.</summary>
    public Assignment? Assign { get; internal set; }

    /// <summary>The output of a JSONata state (in a Choice: when Default is taken); null means the type's default, and always in Fail.</summary>
    public Template? Output { get; internal set; }

    /// <summary>Every state that may come next, through Next, Choices, Default or Catch; each once, in that order.</summary>
    public IReadOnlyList<State> Successors { get; internal set; } = [];

    /// <summary>Whether a walk from the flow's start comes here.</summary>
    public bool IsReachable { get; internal set; }

    /// <summary>Whether some transition leads here from this state or from one that stands later in the text.</summary>
    public bool IsLoopHead { get; internal set; }
}
