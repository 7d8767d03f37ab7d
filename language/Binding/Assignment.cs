using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>An <c>Assign</c> object: the variables it sets and how each value is made. FEATURES L-070 to L-075.</summary>
public sealed class Assignment
{
    internal Assignment(IReadOnlyList<TemplateMember> variables, ObjectNode source)
    {
        Variables = variables;
        Source = source;
    }

    /// <summary>The variables in the order of the text; names without a trailing <c>.$</c>.</summary>
    public IReadOnlyList<TemplateMember> Variables { get; }

    /// <summary>The object as written.</summary>
    public ObjectNode Source { get; }
}
