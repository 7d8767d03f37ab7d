using System.Xml.Linq;
using Compiled.Graph;
using Compiled.Graph.Layout;
using Compiled.Language.Binding;
using Graph.Tests.Layout;

namespace Graph.Tests.Corpus;

public class RealDefinitionsTests
{
    // The greatest of them has 54.
    private const int MostStates = 200;

    [RealDefinitionsFact]
    public void RealDefinitions_UpTo200States_AreDrawnWithoutFlaws()
    {
        var flaws = new List<string>();
        int drawn = 0;
        foreach (string file in Directory.EnumerateFiles(RealDefinitions.Folder!, "*.asl.json").Order(StringComparer.Ordinal))
        {
            // Some hold placeholders for which no machine can be bound; the binder's own tests list them.
            if (MachineBinder.Bind(File.ReadAllText(file)).Machine is not { } machine || machine.States.Count > MostStates)
            {
                continue;
            }

            var graph = MachineGraph.From(machine);
            flaws.AddRange(LayoutFlaws.Of(FlowLayout.Place(graph.Flow)).Select(flaw => Path.GetFileName(file) + ": " + flaw));
            _ = XDocument.Parse(SvgWriter.Write(graph));
            Assert.StartsWith("flowchart TD\n", MermaidWriter.Write(graph), StringComparison.Ordinal);
            drawn++;
        }

        Assert.Empty(flaws);
        Assert.True(drawn >= 150, $"{drawn} definitions were drawn; expected at least 150.");
    }
}
