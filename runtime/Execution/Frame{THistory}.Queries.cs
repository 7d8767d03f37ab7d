using Compiled.Jsonata;

namespace Compiled.Execution;

/// <summary>Evaluating JSONata.</summary>
public abstract partial class Frame<THistory>
{
    /// <summary>What the expressions of one field are evaluated with: the execution's time and randomness, and a budget of their own.</summary>
    protected Evaluation Evaluate() => Execution.Evaluate();
}
