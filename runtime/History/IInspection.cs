using Compiled.Values;

namespace Compiled.History;

/// <summary>
/// A history's sink that looks into states too. Only flows that were compiled to be inspected tell it anything, so that all others pay nothing for it.
/// </summary>
public interface IInspection
{
    /// <summary>The context object that the state is to see, given the one that it would see.</summary>
    JsonValue Context(JsonValue context);

    /// <summary>Takes what a step of the state came to. A step that is done again, as in another attempt, tells its value again.</summary>
    void Saw(InspectedStep step, JsonValue value);
}
