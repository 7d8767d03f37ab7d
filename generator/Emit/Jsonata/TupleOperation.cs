using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>One thing that a path with bound variables does to its stream of items: evaluate a step, or a stage of one.</summary>
/// <param name="Step">The step.</param>
/// <param name="Stage">The stage; null for the step itself.</param>
internal sealed record TupleOperation(JsonataStep Step, JsonataStage? Stage)
{
    /// <summary>The order-by of a step; null for anything else.</summary>
    public SortNode? Sort => Stage is null ? Step.Node as SortNode : null;

    /// <summary>The index of a predicate that is a number from 0.</summary>
    public double? Literal => Stage is FilterStage { Expression: NumberLiteral { Value: >= 0, Predicates.Count: 0 } number } ? number.Value : null;

    /// <summary>Whether the items are counted as they pass.</summary>
    public bool Counts => Stage is IndexStage || Literal is not null;

    public static IReadOnlyList<TupleOperation> Of(PathNode path, int first) =>
        [.. path.Steps.Skip(first).SelectMany(step => step.Stages.Select(stage => new TupleOperation(step, stage)).Prepend(new TupleOperation(step, null)))];
}
