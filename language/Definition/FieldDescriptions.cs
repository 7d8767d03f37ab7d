namespace Compiled.Language.Definition;

/// <summary>
/// What every field of the <see cref="FieldTable"/> means, in a sentence or three: the hover texts of the schema and of editors. In
/// our own words, after the specification and AWS's developer guide.
/// </summary>
internal static class FieldDescriptions
{
    /// <summary>The rows. A field of the table without one fails a test.</summary>
    public static IReadOnlyList<FieldDescription> Rows { get; } =
    [
        .. Flows(), .. Steps(), .. DataFlow(), .. Tasks(), .. Choices(), .. WaitsAndFails(),
        .. ParallelsAndMaps(), .. Limits(), .. Readers(), .. Batches(), .. Errors(),
    ];

    private static readonly Dictionary<string, FieldDescription[]> s_byName =
        Rows.GroupBy(row => row.Name).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The text for a field in a place; null where the place has no such field.</summary>
    /// <param name="name">The field as it is written.</param>
    /// <param name="place">What it stands in; one place, no combination.</param>
    public static string? Find(string name, Place place)
    {
        if (s_byName.TryGetValue(name, out FieldDescription[]? rows) && rows.FirstOrDefault(row => (row.Places & place) != 0) is { } found)
            return found.Text;
        return (place & Place.AnyRule) != 0 && ComparisonTable.Find(name) is { } comparison ? ComparisonDescriptions.Of(comparison) : null;
    }

    /// <summary>What an object of that kind is.</summary>
    public static string Of(Place place) => place switch
    {
        Place.Machine => "A state machine: its states and where it starts.",
        Place.Branch => "A branch of a Parallel state: a flow of its own, whose states only lead to each other.",
        Place.ItemProcessor => "The flow that a Map state runs for each item; its states only lead to each other.",
        Place.Task => "A Task state has work done: by a function, an activity or a call of a service. Its result is the work's.",
        Place.Pass => "A Pass state does no work; it hands its input on, reshaped or replaced.",
        Place.Choice => "A Choice state picks the next state by the first of its rules that holds.",
        Place.Wait => "A Wait state delays the execution, for some seconds or until an instant.",
        Place.Succeed => "A Succeed state ends its flow with success.",
        Place.Fail => "A Fail state ends the execution as failed, with an error and its cause.",
        Place.Parallel => "A Parallel state runs its branches at the same time, each with a copy of its input; its result is the array of theirs.",
        Place.Map => "A Map state runs one flow for each item of an array; its result is the array of theirs.",
        Place.Rule => "A rule of a Choice: a condition, and the state to go to where it holds.",
        Place.NestedRule => "A condition inside And, Or or Not.",
        Place.Retrier => "A retrier: for which errors to try again, how often and after how long.",
        Place.Catcher => "A catcher: for which errors to go on elsewhere instead of failing.",
        Place.ItemReader => "Where a distributed Map reads its items: one object of Amazon S3, or a list of objects.",
        Place.ReaderConfig => "The form of what the ItemReader reads.",
        Place.ItemBatcher => "How a distributed Map groups its items, so that one child execution has several.",
        Place.ResultWriter => "Where and how a distributed Map writes the results of its child executions.",
        Place.WriterConfig => "The form of what the ResultWriter writes.",
        Place.ProcessorConfig => "How the flow of a Map is run.",
        _ => "The role that the task takes on.",
    };

    private static FieldDescription[] Flows() =>
    [
        new("StartAt", Place.Machine, "The name of the state with which an execution starts."),
        new("StartAt", Place.Branch, "The name of the state with which the branch starts; one of its own States."),
        new("StartAt", Place.ItemProcessor, "The name of the state with which each item starts; one of the processor's own States."),
        new("States", Place.AnyFlow, "The states by name. A name has at most 80 characters and is used once in the whole machine."),
        new("Comment", Place.AnyFlow | Place.AnyState | Place.AnyRule | Place.Retrier | Place.Catcher, "A note for readers; it has no effect."),
        new("Version", Place.Machine, "The version of the language. There is one, 1.0, which is the default."),
        new("TimeoutSeconds", Place.Machine, "How many seconds an execution may last; after that it fails with States.Timeout. Without it there is no limit."),
        new("QueryLanguage", Place.Machine, "The query language of the states that do not name their own: JSONPath, the default, or JSONata."),
        new("QueryLanguage", Place.AnyState, "The state's own query language. A state of a JSONPath machine may choose JSONata; in a JSONata machine no state can go back."),
        new("ProcessorConfig", Place.ItemProcessor, "How the items are run: inside this execution, or each as an execution of its own."),
        new("Mode", Place.ProcessorConfig, "INLINE, the default, runs the items inside this execution, at most 40 at a time. DISTRIBUTED runs them as child executions, which suits many items or large ones."),
        new("ExecutionType", Place.ProcessorConfig, "The type of the child executions of a distributed Map: STANDARD or EXPRESS. It must be there when Mode is DISTRIBUTED."),
    ];

    private static FieldDescription[] Steps() =>
    [
        new("Type", Place.AnyState, "What the state does: Task, Pass, Choice, Wait, Succeed, Fail, Parallel or Map."),
        new("Next", Place.AnyStep, "The name of the state that comes next, in the same flow. Either Next or End must be there."),
        new("End", Place.AnyStep, "True says that the flow ends with this state. Either Next or End must be there."),
        new("Retry", Place.AnyWork, "What to try again, and how. The first retrier whose ErrorEquals has the error decides; where its attempts are used up, Catch is asked."),
        new("Catch", Place.AnyWork, "Where to go on after an error that no retrier mends. The first catcher whose ErrorEquals has the error decides."),
    ];

    private static FieldDescription[] DataFlow() =>
    [
        new("InputPath", Place.AnyState & ~Place.Fail, "The path of the part of the state's input that it works on. '$', the default, is all of it; null is an empty object."),
        new("OutputPath", Place.AnyState & ~Place.Fail, "The path of the part of the state's result that becomes its output. '$', the default, is all of it; null is an empty object."),
        new("Parameters", Place.Map, "The former name of ItemSelector."),
        new("Parameters", Place.Task, "What is sent to the Resource. Keys that end in '.$' have paths or intrinsic functions as values, which are evaluated on the state's input."),
        new("Parameters", Place.Parallel, "The input of every branch. Keys that end in '.$' have paths or intrinsic functions as values, which are evaluated on the state's input."),
        new("Parameters", Place.Pass, "The state's result, made from its input. Keys that end in '.$' have paths or intrinsic functions as values, which are evaluated."),
        new("ResultSelector", Place.AnyWork, "Reshapes the result before ResultPath puts it away. Keys that end in '.$' have paths into the result, or intrinsic functions, as values."),
        new("ResultPath", Place.AnyWork | Place.Pass, "Where the result goes in the state's input. '$', the default, puts the result in place of the input; null drops the result and keeps the input."),
        new("ResultPath", Place.Catcher, "Where the error's object, with Error and Cause, goes in the state's input. '$', the default, puts it in place of the input; null drops it."),
        new("Result", Place.Pass, "The state's result as it stands; nothing in it is evaluated."),
        new("Arguments", Place.Task, "What is sent to the Resource: an object whose strings may be JSONata expressions, or one expression. Without it the state's input is sent."),
        new("Arguments", Place.Parallel, "The input of every branch: an object whose strings may be JSONata expressions, or one expression. Without it, the state's input."),
        new("Output", Place.AnyWork, "The state's output: any JSON whose strings may be JSONata expressions; $states.result is the result. Without it the result is the output."),
        new("Output", Place.Pass | Place.Choice | Place.Wait | Place.Succeed, "The state's output: any JSON whose strings may be JSONata expressions. Without it the input is the output."),
        new("Output", Place.Rule, "The state's output where this rule holds, in place of the Output of the Choice: any JSON whose strings may be JSONata expressions."),
        new("Output", Place.Catcher, "The state's output after this error: any JSON whose strings may be JSONata expressions; $states.errorOutput has Error and Cause, and is the default."),
        new("Assign", Place.AnyStep, "Variables to set, each a name with its new value. The expressions in it all see the values from before."),
        new("Assign", Place.Choice, "Variables to set where no rule holds and the Default is taken. The expressions in it all see the values from before."),
        new("Assign", Place.Rule, "Variables to set where this rule holds. The expressions in it all see the values from before."),
        new("Assign", Place.Catcher, "Variables to set after this error, in place of the state's own Assign. The expressions in it all see the values from before."),
    ];

    private static FieldDescription[] Tasks() =>
    [
        new("Resource", Place.Task, "What does the work: the ARN of a function, of an activity, or of a service's action, which may end in '.sync' or '.waitForTaskToken' to wait for its end."),
        new("TimeoutSeconds", Place.Task, "How many seconds an attempt may take; after that it fails with States.Timeout. Without it, practically without limit."),
        new("TimeoutSecondsPath", Place.Task, "The path of the number of seconds an attempt may take; in place of TimeoutSeconds."),
        new("HeartbeatSeconds", Place.Task, "How many seconds may go by between two heartbeats of the worker; after that the attempt fails with States.HeartbeatTimeout. Less than TimeoutSeconds."),
        new("HeartbeatSecondsPath", Place.Task, "The path of the number of seconds between two heartbeats; in place of HeartbeatSeconds."),
        new("Credentials", Place.Task, "The role that the task takes on to call its Resource, for work in another account."),
        new("RoleArn", Place.Credentials, "The ARN of the role."),
        new("RoleArn.$", Place.Credentials, "A path or an intrinsic function that gives the ARN of the role; in place of RoleArn."),
    ];

    private static FieldDescription[] Choices() =>
    [
        new("Choices", Place.Choice, "The rules, asked in their order; the first that holds decides. There is at least one."),
        new("Default", Place.Choice, "The state to go to where no rule holds. Without it the state then fails with States.NoChoiceMatched."),
        new("Next", Place.Rule, "The state to go to where the rule holds."),
        new("Condition", Place.Rule, "The condition: true, false or, as a rule, a JSONata expression that gives one of them."),
        new("Variable", Place.AnyRule, "The path of the value that the operator of this rule compares."),
        new("And", Place.AnyRule, "Holds where all the conditions in the list hold."),
        new("Or", Place.AnyRule, "Holds where at least one of the conditions in the list holds."),
        new("Not", Place.AnyRule, "Holds where the condition does not."),
    ];

    private static FieldDescription[] WaitsAndFails() =>
    [
        new("Seconds", Place.Wait, "How many seconds to wait, from 0 to 99999999."),
        new("SecondsPath", Place.Wait, "The path of the number of seconds to wait."),
        new("Timestamp", Place.Wait, "Until when to wait: an instant with an upper-case 'T' and an offset, such as 2030-01-31T08:00:00Z. One that is past is not waited for."),
        new("TimestampPath", Place.Wait, "The path of the instant until which to wait."),
        new("Error", Place.Fail, "The name of the error with which the execution fails. Retriers and catchers around it are held against this name."),
        new("ErrorPath", Place.Fail, "A path, or an intrinsic function that gives a string: the name of the error; in place of Error."),
        new("Cause", Place.Fail, "What happened, for readers."),
        new("CausePath", Place.Fail, "A path, or an intrinsic function that gives a string: what happened; in place of Cause."),
    ];

    private static FieldDescription[] ParallelsAndMaps() =>
    [
        new("Branches", Place.Parallel, "The flows to run at the same time. Where one fails, the others are stopped and the state fails."),
        new("ItemProcessor", Place.Map, "The flow to run for each item."),
        new("Iterator", Place.Map, "The former name of ItemProcessor."),
        new("ItemsPath", Place.Map, "The path of the array whose items are run. '$', the default, is the state's input itself."),
        new("Items", Place.Map, "The array whose items are run, or a JSONata expression that gives it. Without it, the state's input."),
        new("ItemSelector", Place.Map, "The input of each item's flow in place of the item itself; the context's Map.Item has the item and its index."),
        new("Label", Place.Map, "A name for a distributed Map, of at most 40 characters, that becomes part of the ARN of its runs."),
        new("ItemReader", Place.Map, "Where a distributed Map reads its items, in place of an array in its input."),
        new("ItemBatcher", Place.Map, "How a distributed Map groups its items, so that one child execution has several."),
        new("ResultWriter", Place.Map, "Where and how a distributed Map writes its results, in place of an array in its output."),
    ];

    private static FieldDescription[] Limits() =>
    [
        new("MaxConcurrency", Place.Map, "How many items may run at the same time. 0, the default, leaves it open; 1 runs them one after the other."),
        new("MaxConcurrencyPath", Place.Map, "The path of the number of items that may run at the same time; in place of MaxConcurrency."),
        new("ToleratedFailureCount", Place.Map, "How many items of a distributed Map may fail before the state fails. 0 by default."),
        new("ToleratedFailureCountPath", Place.Map, "The path of the number of items that may fail; in place of ToleratedFailureCount."),
        new("ToleratedFailurePercentage", Place.Map, "What share of the items of a distributed Map may fail before the state fails, from 0 to 100. 0 by default."),
        new("ToleratedFailurePercentagePath", Place.Map, "The path of the share of items that may fail; in place of ToleratedFailurePercentage."),
    ];

    private static FieldDescription[] Readers() =>
    [
        new("Resource", Place.ItemReader, "How to read: the ARN of Amazon S3's getObject, for one object that holds the items, or of listObjectsV2, for a list of objects."),
        new("Resource", Place.ResultWriter, "How to write: the ARN of Amazon S3's putObject."),
        new("Parameters", Place.ItemReader, "Which object or list to read: Bucket with Key or Prefix, or their '.$' forms."),
        new("Parameters", Place.ResultWriter, "Where to write: Bucket and Prefix, or their '.$' forms."),
        new("Arguments", Place.ItemReader, "Which object or list to read: Bucket with Key or Prefix, whose strings may be JSONata expressions."),
        new("Arguments", Place.ResultWriter, "Where to write: Bucket and Prefix, whose strings may be JSONata expressions."),
        new("ReaderConfig", Place.ItemReader, "The form of what is read, and how many items of it are taken."),
        new("InputType", Place.ReaderConfig, "The form of the object: CSV, JSON, JSONL, PARQUET or MANIFEST (an inventory of objects)."),
        new("CSVHeaderLocation", Place.ReaderConfig, "Where a CSV file's column names are: in its FIRST_ROW, or GIVEN in CSVHeaders."),
        new("CSVHeaders", Place.ReaderConfig, "The column names of a CSV file, where CSVHeaderLocation is GIVEN."),
        new("CSVDelimiter", Place.ReaderConfig, "What separates the columns of a CSV file: COMMA, the default, PIPE, SEMICOLON, SPACE or TAB."),
        new("ManifestType", Place.ReaderConfig, "What kind of manifest a MANIFEST is: ATHENA_DATA or S3_INVENTORY."),
        new("Transformation", Place.ReaderConfig, "What becomes of the objects of a list: NONE gives each object's metadata as an item, LOAD_AND_FLATTEN reads the objects and gives the items in them."),
        new("ItemsPointer", Place.ReaderConfig, "The JSON Pointer of the array inside a JSON object, such as /orders/items."),
        new("MaxItems", Place.ReaderConfig, "How many items are taken at most, up to 100000000; 0 means all."),
        new("MaxItemsPath", Place.ReaderConfig, "The path of the number of items that are taken at most; in place of MaxItems."),
        new("WriterConfig", Place.ResultWriter, "The form of what is written."),
        new("Transformation", Place.WriterConfig, "What is written of each child execution: NONE everything about it, COMPACT its output alone, FLATTEN its output with arrays joined into one."),
        new("OutputType", Place.WriterConfig, "The form of the files: one JSON array, or JSONL with one result a line."),
    ];

    private static FieldDescription[] Batches() =>
    [
        new("MaxItemsPerBatch", Place.ItemBatcher, "How many items one child execution gets at most."),
        new("MaxItemsPerBatchPath", Place.ItemBatcher, "The path of the number of items that one child execution gets at most; in place of MaxItemsPerBatch."),
        new("MaxInputBytesPerBatch", Place.ItemBatcher, "How large the input of one child execution may be, in bytes, up to 262144."),
        new("MaxInputBytesPerBatchPath", Place.ItemBatcher, "The path of the number of bytes of a child execution's input; in place of MaxInputBytesPerBatch."),
        new("BatchInput", Place.ItemBatcher, "What every child execution gets besides its items, as BatchInput of its input."),
    ];

    private static FieldDescription[] Errors() =>
    [
        new("ErrorEquals", Place.Retrier, "The names of the errors that are tried again. States.ALL stands for all; it must be alone, and in the last retrier."),
        new("ErrorEquals", Place.Catcher, "The names of the errors that are caught. States.ALL stands for all; it must be alone, and in the last catcher."),
        new("IntervalSeconds", Place.Retrier, "How many seconds to wait before the first new attempt. 1 by default."),
        new("MaxAttempts", Place.Retrier, "How often to try again. 3 by default; 0 means never."),
        new("BackoffRate", Place.Retrier, "By what the time to wait is multiplied after each attempt; at least 1. 2 by default."),
        new("MaxDelaySeconds", Place.Retrier, "The longest time to wait before a new attempt, in seconds, however far BackoffRate has raised it."),
        new("JitterStrategy", Place.Retrier, "FULL waits a random time between 0 and the one computed, so that retries do not come all at once; NONE, the default, waits exactly that long."),
        new("Next", Place.Catcher, "The state to go to after the error."),
    ];
}
