using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>What makes a fast path a typed lane: its input and output are C# objects, and handlers are called with such.</summary>
/// <param name="Input">The type of the input.</param>
/// <param name="Output">The type of the output; null where it is given as JSON.</param>
/// <param name="Calls">How handlers are called.</param>
/// <param name="Objects">What is asked of objects.</param>
/// <param name="Contracts">How objects become JSON, and JSON objects.</param>
/// <param name="IgnoresCase">Whether names in JSON that differ only in case are one.</param>
internal sealed record TypedLane(PlainType Input, PlainType? Output, TypedCalls Calls, TypedObjects Objects, ContractEmitter Contracts, bool IgnoresCase);
