using System.Collections.Generic;

namespace Compiled.Generator.Emit;

/// <summary>The class <c>States</c>: a constant for the name of each state.</summary>
internal static class StateNames
{
    public static void Write(CodeWriter code, IEnumerable<(string Identifier, string Name)> states)
    {
        code.Line("/// <summary>The names of the machine's states, in the definition's order.</summary>");
        code.Open("public static class States");
        foreach ((string identifier, string name) in states)
        {
            // A constant can't be called as its class.
            string member = identifier == "States" ? "States_" : identifier;
            code.Line($"/// <summary>{ClassHeader.Xml(CodeWriter.OneLine(name, 200))}</summary>");
            code.Line($"public const string {member} = {CSharp.Text(name)};");
        }
        code.Close();
    }
}
