namespace Compiled.Language.Expressions;

/// <summary>A row of the <see cref="IntrinsicTable"/>.</summary>
public sealed class IntrinsicSignature
{
    internal IntrinsicSignature(
        IntrinsicFunction function,
        IntrinsicKinds result,
        IReadOnlyList<IntrinsicKinds> parameters,
        int optional = 0,
        bool repeatsLast = false,
        bool mayGiveString = false)
    {
        Function = function;
        Name = "States." + function;
        Result = result;
        Parameters = parameters;
        MinimumArguments = parameters.Count - (repeatsLast ? 1 : optional);
        MaximumArguments = repeatsLast ? int.MaxValue : parameters.Count;
        MayGiveString = mayGiveString;
    }

    /// <summary>Which function.</summary>
    public IntrinsicFunction Function { get; }

    /// <summary>The name as written, such as <c>States.Format</c>.</summary>
    public string Name { get; }

    /// <summary>The kinds that the result may have.</summary>
    public IntrinsicKinds Result { get; }

    /// <summary>The kinds of the parameters in order; the last one stands for all further ones where the number is open.</summary>
    public IReadOnlyList<IntrinsicKinds> Parameters { get; }

    /// <summary>The least number of arguments.</summary>
    public int MinimumArguments { get; }

    /// <summary>The most arguments; <see cref="int.MaxValue"/> where the number is open.</summary>
    public int MaximumArguments { get; }

    /// <summary>Whether <c>ErrorPath</c> and <c>CausePath</c> of a Fail may hold it: AWS lists seven functions.</summary>
    public bool MayGiveString { get; }

    /// <summary>The kinds that the argument of that index may be.</summary>
    public IntrinsicKinds ParameterAt(int index) =>
        Parameters.Count == 0 ? IntrinsicKinds.None : Parameters[Math.Min(index, Parameters.Count - 1)];
}
