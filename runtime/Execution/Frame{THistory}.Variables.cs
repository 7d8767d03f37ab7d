using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// Variables. Emitted frames keep those of their scope in fields, so that they are made again when the execution is folded; here are
/// their limits, and what the history shows of them.
/// </summary>
public abstract partial class Frame<THistory>
{
    private JsonValue _assigned;

    /// <summary>
    /// Whether values may become variables together: each, and all that one <c>Assign</c> sets, at most 262,144 bytes of compact JSON,
    /// and all variables of the execution at most 10 MiB (L-079). Null when they may.
    /// </summary>
    protected Fault? CheckVariables(params ReadOnlySpan<JsonValue> values)
    {
        long bound = 0;
        foreach (ref readonly JsonValue value in values)
            bound += Bound.OfMember(in value);
        if (bound <= KernelFaults.DataLimit && (Execution.VariableBound += bound) <= KernelFaults.VariablesLimit)
            return null;
        return CheckExactly(values);
    }

    /// <summary>Has the state's exit show what was assigned: an object of names and values. To be called only where a history is kept.</summary>
    protected void ShowAssigned(JsonValue variables) => _assigned = variables;

    /// <summary>The bytes of the flow's own variables; emitted code adds them up.</summary>
    protected virtual long VariableBytes() => 0;

    /// <summary>Sets the flow's own variables, in the order of the text, to what a fast path left; emitted code does.</summary>
    protected virtual void SetVariables(JsonValue[] values)
    {
    }

    internal void TakeVariables(JsonValue[] values)
    {
        SetVariables(values);
        Execution.VariableBound = Execution.CountVariables();
    }

    /// <summary>The bytes of a variable; 0 for one without a value.</summary>
    protected static long Bytes(in JsonValue variable) => variable.IsMissing ? 0 : variable.ByteCount;

    private JsonValue TakeAssigned()
    {
        JsonValue assigned = _assigned;
        _assigned = default;
        return assigned;
    }

    private Fault? CheckExactly(ReadOnlySpan<JsonValue> values)
    {
        long bytes = 0;
        foreach (ref readonly JsonValue value in values)
        {
            if (KernelFaults.SizeFault(in value, State.Name) is { } fault)
                return fault;
            bytes += value.ByteCount;
        }

        if (bytes > KernelFaults.DataLimit)
            return Faults.DataLimitExceeded(State.Name);
        // Bounds are added up and nothing is taken off when a variable is replaced or its scope ends, so now and then all is counted anew.
        Execution.VariableBound = bytes + Execution.CountVariables();
        return Execution.VariableBound <= KernelFaults.VariablesLimit ? null : Faults.DataLimitExceeded(State.Name);
    }

    internal long CountVariables()
    {
        long bytes = VariableBytes();
        for (Frame<THistory>? child = Fan?.First; child is not null; child = child.NextSibling)
            bytes += child.CountVariables();
        return bytes;
    }
}
