using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>One item of <c>Catch</c>. FEATURES L-350 to L-355.</summary>
public sealed class Catcher
{
    internal Catcher(IReadOnlyList<string> errorEquals, ObjectNode source)
    {
        ErrorEquals = errorEquals;
        Source = source;
    }

    /// <summary>The error names it acts on; never empty.</summary>
    public IReadOnlyList<string> ErrorEquals { get; }

    /// <summary>Where the flow goes on.</summary>
    public State Next { get; internal set; } = null!;

    /// <summary>Where in the raw input the error object goes. JSONPath only.</summary>
    public DataPath ResultPath { get; internal set; } = DataPath.Default;

    /// <summary>The variables set in place of the state's own.</summary>
    public Assignment? Assign { get; internal set; }

    /// <summary>The output; null means the error object. JSONata only.</summary>
    public Template? Output { get; internal set; }

    /// <summary>The catcher as written.</summary>
    public ObjectNode Source { get; }
}
