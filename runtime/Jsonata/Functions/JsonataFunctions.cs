namespace Compiled.Jsonata;

/// <summary>
/// JSONata's built-in functions, and those that Step Functions has beside them (FEATURES L-440, L-441), as emitted code calls them.
/// </summary>
/// <remarks>
/// <b>Shape</b>: one method a function, its name in C#'s spelling. An argument left out is a missing value; most functions give nothing for
/// a missing first argument. A result that JSONata calls a sequence is one (<see cref="Values.JsonValue.IsSequence"/>), not yet collapsed: that
/// is done where the call stands. <b>Errors</b>: <see cref="JsonataException"/>; T0410 and T0412 where an argument does not fit the signature,
/// other codes where the method says so. <b>Source</b>: JSONata 2, the guide's function reference and its implementation.
/// </remarks>
public static partial class JsonataFunctions
{
}
