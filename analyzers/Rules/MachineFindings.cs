using System.Runtime.CompilerServices;
using Compiled.Language.Binding;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>What several rules ask of one machine, found once and kept as long as the machine is.</summary>
internal sealed class MachineFindings
{
    private static readonly ConditionalWeakTable<Machine, MachineFindings> s_known = new();

    private readonly Lazy<IReadOnlyList<(ChoiceState Choice, ChoiceFindings Findings)>> _choices;

    private readonly Lazy<AssignedVariables> _variables;
    private readonly Lazy<PathData> _data;
    private readonly Lazy<IReadOnlyList<PathUse>> _paths;
    private readonly Lazy<IReadOnlyList<ExpressionUse>> _expressions;
    private readonly Lazy<IReadOnlyList<VariableRead>> _reads;
    private readonly Lazy<IReadOnlyList<(WorkState State, StringNode Name)>> _errors;

    private MachineFindings(Machine machine)
    {
        _choices = new(() => Look(machine));
        _variables = new(() => AssignedVariables.Of(machine));
        _data = new(() => new PathData(MachineShapes.Of(machine, ResultShapes.Of)));
        _paths = new(() => PathUses.Find(machine));
        _expressions = new(() => [.. machine.JsonataStates.SelectMany(ExpressionUses.Find)]);
        _reads = new(() => [.. VariableReads.Find(this)]);
        _errors = new(() => ErrorUses.Find(machine));
    }

    /// <summary>The findings of a machine.</summary>
    public static MachineFindings Of(Machine machine) => s_known.GetValue(machine, static machine => new MachineFindings(machine));

    /// <summary>Each Choice with what its rules say about each other, in the order of the text.</summary>
    public IReadOnlyList<(ChoiceState Choice, ChoiceFindings Findings)> Choices => _choices.Value;

    /// <summary>Which variables have been assigned where.</summary>
    public AssignedVariables Variables => _variables.Value;

    /// <summary>What the data of each state looks like.</summary>
    public PathData Data => _data.Value;

    /// <summary>The paths of JSONPath states, in the order of the states.</summary>
    public IReadOnlyList<PathUse> Paths => _paths.Value;

    /// <summary>The expressions of JSONata states, in the order of the states, each parsed once.</summary>
    public IReadOnlyList<ExpressionUse> Expressions => _expressions.Value;

    /// <summary>Where variables are read.</summary>
    public IReadOnlyList<VariableRead> Reads => _reads.Value;

    /// <summary>Where Retry and Catch name errors, in the order of the text.</summary>
    public IReadOnlyList<(WorkState State, StringNode Name)> Errors => _errors.Value;

    private List<(ChoiceState, ChoiceFindings)> Look(Machine machine)
    {
        var budget = new ReasoningBudget();
        return [.. machine.States.OfType<ChoiceState>().Select(choice => (choice, ChoiceFindings.Of(choice, budget, new ChoiceData(Data, choice).IsPossible)))];
    }
}
