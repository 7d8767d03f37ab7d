using System.Globalization;

namespace Compiled.Language.Expressions;

/// <summary><c>[start:end]</c> or <c>[start:end:step]</c>: a run of items.</summary>
public sealed class SliceStep : PathStep
{
    internal SliceStep(int? start, int? end, int? step, int offset, int length)
        : base(offset, length)
    {
        Start = start;
        End = end;
        Step = step;
    }

    /// <summary>The first index; null for the beginning, negative counts from the end.</summary>
    public int? Start { get; }

    /// <summary>The index after the last; null for the end, negative counts from the end.</summary>
    public int? End { get; }

    /// <summary>At least 1; null for 1.</summary>
    public int? Step { get; }

    /// <inheritdoc/>
    public override string NormalizedText => $"[{Number(Start)}:{Number(End)}{(Step is null ? "" : ":" + Number(Step))}]";

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
