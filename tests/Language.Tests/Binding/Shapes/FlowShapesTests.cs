using Compiled.Language.Binding;

namespace Compiled.Language.Tests.Binding.Shapes;

/// <summary>What is known of the data between states. FEATURES L-030 to L-041, L-117, L-220, L-352.</summary>
public class FlowShapesTests
{
    private const string Any = "Any";

    /// <summary>A state <c>A</c> before an End, and what the end is entered with; the input is <c>{n: Number, s: String, o: {k: Null}}</c>.</summary>
    [Theory]
    [InlineData("'Type':'Pass'", "{n: Number, s: String, o: {k: Null}}")]
    [InlineData("'Type':'Pass','InputPath':'$.o'", "{k: Null}")]
    [InlineData("'Type':'Pass','InputPath':null", "{}")]
    [InlineData("'Type':'Pass','OutputPath':'$.o.k'", "Null")]
    [InlineData("'Type':'Pass','InputPath':'$$'", "Any")]
    [InlineData("'Type':'Pass','Result':{'a':[1,'x'],'b':[],'c':true}", "{a: [String, Number], b: Array, c: Boolean}")]
    [InlineData("'Type':'Pass','Parameters':{'x.$':'$.n','y.$':'$.o','z':{'w.$':'$.absent'}}", "{x: Number, y: {k: Null}, z: {w: Nothing}}")]
    [InlineData("'Type':'Pass','Parameters':{'x.$':'$.*','y.$':'States.Format($.s)','z.$':'States.StringToJson($.s)'}", "{x: Array, y: String, z: Any}")]
    [InlineData("'Type':'Pass','Parameters':{'x':[{'y.$':'$.n'},{'y.$':'$.s'}]}", "{x: [{y: String, Number}]}")]
    [InlineData("'Type':'Pass','Result':1,'ResultPath':'$.r'", "{n: Number, s: String, o: {k: Null}, r: Number}")]
    [InlineData("'Type':'Pass','Result':1,'ResultPath':'$.s'", "{n: Number, s: Number, o: {k: Null}}")]
    [InlineData("'Type':'Pass','Result':1,'ResultPath':'$.o.p.q'", "{n: Number, s: String, o: {k: Null, p: {q: Number}}}")]
    [InlineData("'Type':'Pass','Result':1,'ResultPath':null", "{n: Number, s: String, o: {k: Null}}")]
    [InlineData("'Type':'Pass','ResultPath':'$.me'", "{n: Number, s: String, o: {k: Null}, me: {n: Number, s: String, o: {k: Null}}}")]
    [InlineData("'Type':'Wait','Seconds':1,'OutputPath':'$.o'", "{k: Null}")]
    [InlineData("'Type':'Task','Resource':'arn:aws:lambda:us-east-1:123456789012:function:f'", "Any")]
    [InlineData("'Type':'Task','Resource':'arn:aws:lambda:us-east-1:123456789012:function:f','ResultPath':'$.r'", "{n: Number, s: String, o: {k: Null}, r: Any}")]
    [InlineData("'Type':'Task','Resource':'arn:aws:lambda:us-east-1:123456789012:function:f','ResultSelector':{'x.$':'$.y','z':1}", "{x: Any, z: Number}")]
    [InlineData("'Type':'Parallel','Branches':[{'StartAt':'B','States':{'B':{'Type':'Pass','OutputPath':'$.n','End':true}}},{'StartAt':'D','States':{'D':{'Type':'Fail'}}}]", "[Number]")]
    [InlineData("'Type':'Parallel','Parameters':{'p.$':'$.s'},'Branches':[{'StartAt':'B','States':{'B':{'Type':'Pass','End':true}}},{'StartAt':'D','States':{'D':{'Type':'Pass','Result':{},'End':true}}}]", "[{p: String?, ...}]")]
    [InlineData("'Type':'Map','ItemsPath':'$.s','ItemSelector':{'v.$':'$.n','i.$':'$$.Map.Item.Value'},'ItemProcessor':{'StartAt':'B','States':{'B':{'Type':'Pass','End':true}}}", "[{v: Number, i: Any}]")]
    public void Output_OfOneState_IsWhatItMakes(string state, string expected)
    {
        FlowShapes shapes = Find(
            $"'S':{{'Type':'Pass','Result':{{'n':1,'s':'x','o':{{'k':null}}}},'Next':'A'}},'A':{{{state},'Next':'E'}},'E':{{'Type':'Succeed'}}", out Machine machine);

        Assert.Equal(expected, shapes.Entry(machine.States.Single(state => state.Name == "E")).ToString());
    }

    [Fact]
    public void Entry_WhereTransitionsMeet_KnowsWhatAllHave()
    {
        FlowShapes shapes = Find(
            "'S':{'Type':'Choice','Choices':[{'Variable':'$.a','IsPresent':true,'Next':'A'},{'Variable':'$.b','IsPresent':true,'Next':'B'}],'Default':'C'},"
            + "'A':{'Type':'Pass','Result':{'x':1,'y':2},'Next':'M'},'B':{'Type':'Pass','Result':{'x':'t','z':2},'Next':'M'},"
            + "'C':{'Type':'Pass','Result':{'x':1,'y':2},'Next':'N'},'M':{'Type':'Pass','Next':'N'},'N':{'Type':'Succeed'}", out Machine machine);

        Assert.Equal([Any, Any, Any, Any, "{x: String, Number, y: Number?, z: Number?, ...}", "{x: String, Number, y: Number?, z: Number?, ...}"], Entries(shapes, machine));
        Assert.False(shapes.Entry(machine.States[4]).IsExactObject);
        Assert.True(shapes.OutputOf(machine.States[1]).IsExactObject);
    }

    [Fact]
    public void Entry_OfALoop_HoldsForEveryTurn()
    {
        FlowShapes shapes = Find(
            "'S':{'Type':'Pass','Result':{'i':0,'t':[]},'Next':'C'},"
            + "'C':{'Type':'Choice','Choices':[{'Variable':'$.i','NumericLessThan':9,'Next':'I'}],'Default':'E'},"
            + "'I':{'Type':'Pass','Parameters':{'i.$':'States.MathAdd($.i, 1)','t.$':'$.i'},'Next':'C'},'E':{'Type':'Succeed'}", out Machine machine);

        Assert.Equal([Any, "{i: Number, t: Number, Array}", "{i: Number, t: Number, Array}", "{i: Number, t: Number, Array}"], Entries(shapes, machine));
        Assert.True(shapes.Entry(machine.States[1]).IsExactObject);
    }

    [Fact]
    public void Entry_OfALoopThatWrapsItsDataForEver_IsFoundAllTheSame()
    {
        FlowShapes shapes = Find(
            "'S':{'Type':'Pass','Result':{},'Next':'W'},'W':{'Type':'Pass','Parameters':{'in.$':'$','list':[{'of.$':'$'}]},'Next':'C'},"
            + "'C':{'Type':'Choice','Choices':[{'Variable':'$$.Execution.Id','IsPresent':true,'Next':'W'}],'Default':'E'},'E':{'Type':'Succeed'}", out Machine machine);

        Shape entry = shapes.Entry(machine.States[3]);
        Assert.Equal(["in", "list"], entry.Members.Select(member => member.Name));
        Assert.True(entry.IsExactObject);
    }

    [Fact]
    public void Entry_BehindACatcher_HasTheErrorWhereItWasPut()
    {
        FlowShapes shapes = Find(
            "'T':{'Type':'Task','Resource':'arn:aws:lambda:us-east-1:123456789012:function:f','Catch':[{'ErrorEquals':['A'],'Next':'A'},{'ErrorEquals':['B'],'ResultPath':'$.e','Next':'B'}],'End':true},"
            + "'A':{'Type':'Succeed'},'B':{'Type':'Succeed'}", out Machine machine);

        Assert.Equal([Any, "{Error: String, Null, Cause: String, Null}", "{e: {Error: String, Null, Cause: String, Null}, ...}"], Entries(shapes, machine));
    }

    [Fact]
    public void Shapes_OfFlowsInside_StartFromWhatTheyAreGiven()
    {
        Machine machine = FaultAssert.Machine(("{'StartAt':'M','States':{'M':{'Type':'Map','ItemSelector':{'v.$':'$$.Map.Item.Value','k':1},"
            + "'ItemProcessor':{'StartAt':'P','States':{'P':{'Type':'Parallel','Branches':[{'StartAt':'Q','States':{'Q':{'Type':'Pass','End':true}}}],'End':true}}},'End':true}}}").Replace('\'', '"'));

        MachineShapes shapes = MachineShapes.Of(machine);

        Assert.Equal([Any, "{v: " + Any + ", k: Number}", "{v: " + Any + ", k: Number}"], machine.Flows.Select(flow => shapes[flow].Input.ToString()));
        Assert.Equal("[[{v: " + Any + ", k: Number}]]", shapes[machine.Flow].Output.ToString());
    }

    [Fact]
    public void Output_OfAJsonataState_IsUnknownWhereItIsAnExpression()
    {
        FlowShapes shapes = Find(
            "'A':{'Type':'Pass','Result':{'x':1},'Next':'B'},'B':{'Type':'Pass','QueryLanguage':'JSONata','Next':'C'},"
            + "'C':{'Type':'Pass','QueryLanguage':'JSONata','Output':{'y':1},'Next':'D'},'D':{'Type':'Succeed'}", out Machine machine);

        Assert.Equal([Any, "{x: Number}", "{x: Number}", Any], Entries(shapes, machine));
    }

    [Fact]
    public void Member_OfWhatMayBeAnotherKind_MayBeMissing()
    {
        Shape joined = Shape.Object([]).With("a", Shape.Of(Language.Expressions.IntrinsicKinds.Number)).Join(Shape.Of(Language.Expressions.IntrinsicKinds.String));

        Assert.Equal(("Number?", "Nothing", "Nothing"), (joined.Member("a").ToString(), joined.Member("b").ToString(), joined.AnyItem().ToString()));
    }

    private static string[] Entries(FlowShapes shapes, Machine machine) => [.. machine.States.Select(state => shapes.Entry(state).ToString())];

    private static FlowShapes Find(string states, out Machine machine)
    {
        int end = states.IndexOf('\'', 1);
        machine = FaultAssert.Machine($"{{\"StartAt\":\"{states[1..end]}\",\"States\":{{{states.Replace('\'', '"')}}}}}");
        return FlowShapes.Of(machine.Flow, Shape.Unknown);
    }
}
