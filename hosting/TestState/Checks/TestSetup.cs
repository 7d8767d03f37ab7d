using Compiled.Values;

namespace Compiled.TestState.Checks;

/// <summary>The parts of a request, read and found to be sound.</summary>
/// <param name="Input">The input.</param>
/// <param name="Variables">The variables, an object; missing for none.</param>
/// <param name="Context">The context object; missing where the test makes one.</param>
/// <param name="Mocked">The mocked result, or the mocked error as a failure value; missing where the work is to be done.</param>
internal sealed record TestSetup(JsonValue Input, JsonValue Variables, JsonValue Context, JsonValue Mocked);
