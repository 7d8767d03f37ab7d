namespace Compiled.Language.Binding;

/// <summary>The data of one state on its way through it.</summary>
public sealed class StateData
{
    internal StateData(Shape entry, Shape input, Shape given, Shape result, Shape output) => (Entry, Input, Given, Result, Output) = (entry, input, given, result, output);

    /// <summary>What comes into the state; <see cref="Shape.Nothing"/> for one that is never entered.</summary>
    public Shape Entry { get; }

    /// <summary>What InputPath makes of it.</summary>
    public Shape Input { get; }

    /// <summary>What a Task is given: what Parameters or Arguments make, or the input where there are none; of other states the input.</summary>
    public Shape Given { get; }

    /// <summary>The raw result of a Task, Parallel or Map; otherwise the input.</summary>
    public Shape Result { get; }

    /// <summary>What goes to OutputPath.</summary>
    public Shape Output { get; }
}
