using Compiled.Graph;

namespace Graph.Tests;

public class MermaidWriterTests
{
    [Fact]
    public void Mermaid_OfAMachine_IsAFlowchartWithSubgraphs() =>
        Assert.Equal(
            """
            flowchart TD
              n0(["Start"])
              n1{{"Check<br/>Choice"}}
              n2["Reserve<br/>Task: sqs sendMessage, for its token"]
              subgraph n3["Each<br/>Map: each of $.items"]
                n4(["Start"])
                n5["Pick<br/>Pass"]
                n6(["End"])
                n4 --> n5
                n5 --> n6
              end
              subgraph n7["Both<br/>Parallel"]
                subgraph n8["Branch 1"]
                  n9(["Start"])
                  n10("Pack<br/>Wait: 2 min")
                  n11(["End"])
                  n9 --> n10
                  n10 --> n11
                end
                subgraph n12["Branch 2"]
                  n13(["Start"])
                  n14(["Bill<br/>Succeed"])
                  n15(["End"])
                  n13 --> n14
                  n14 --> n15
                end
              end
              n16(["Refuse<br/>Fail: Refused"])
              n17(["End"])
              n0 --> n1
              n1 -->|"$.total #62; 100"| n2
              n1 -->|"$.gift is present"| n2
              n1 -->|"Default"| n16
              n2 --> n3
              n2 -.->|"Catch: States.ALL"| n16
              n3 --> n7
              n7 --> n17
              classDef kindTask stroke:#3b5bdb
              class n2 kindTask
              classDef kindPass stroke:#66738a
              class n5 kindPass
              classDef kindChoice stroke:#c77700
              class n1 kindChoice
              classDef kindWait stroke:#0b7fa5
              class n10 kindWait
              classDef kindSucceed stroke:#2b8a3e
              class n14 kindSucceed
              classDef kindFail stroke:#d6313f
              class n16 kindFail
              classDef kindParallel stroke:#0c8577
              class n7 kindParallel
              classDef kindMap stroke:#8a3fc7
              class n3 kindMap
              classDef terminal stroke-width:3px
              class n5,n7,n10,n14,n16 terminal

            """.ReplaceLineEndings("\n"),
            MermaidWriter.Write(MachineGraph.From(Machines.Bind(Machines.Order))));

    [Theory]
    [InlineData("plain Name 1", "plain Name 1")]
    [InlineData("a \"quoted\" name", "a #34;quoted#34; name")]
    [InlineData("a#35;b", "a#35;35#59;b")]
    [InlineData("<b>&amp;", "#60;b#62;#38;amp#59;")]
    [InlineData("a|b]c}d", "a#124;b#93;c#125;d")]
    [InlineData("%%{init}%%", "#37;#37;#123;init#125;#37;#37;")]
    [InlineData("1. first", "1#46; first")]
    [InlineData("- item", "#45; item")]
    [InlineData("_soft_ and snake_case", "#95;soft#95; and snake_case")]
    [InlineData("`code` \\n", "#96;code#96; #92;n")]
    [InlineData("two\nlines\ttab", "two lines tab")]
    [InlineData("$$x$$", "#36;#36;x#36;#36;")]
    [InlineData("Größe 数量 \U0001F4E6", "Größe 数量 \U0001F4E6")]
    [InlineData("bell\a", "bell\uFFFD")]
    public void Name_WithOddCharacters_IsEscaped(string name, string expected)
    {
        var flow = new GraphFlow("f", [new GraphNode("end", GraphNodeKind.Pass, name)], []);
        Assert.Equal($"  n0[\"{expected}<br/>Pass\"]", MermaidWriter.Write(new MachineGraph(flow)).Split('\n')[1]);
    }

    [Fact]
    public void Label_ThatIsLong_IsCutBetweenCharacters()
    {
        string label = new string('x', 79) + "\U0001F4E6 more";
        var flow = new GraphFlow("f",
            [new("a", GraphNodeKind.Choice, "A"), new("b", GraphNodeKind.Pass, "B")],
            [new("a", "b", GraphEdgeKind.Choice, label)]);
        Assert.Contains("x…\"|", MermaidWriter.Write(new MachineGraph(flow)), StringComparison.Ordinal);
    }
}
