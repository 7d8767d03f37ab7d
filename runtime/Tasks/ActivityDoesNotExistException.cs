namespace Compiled.Tasks;

/// <summary>A worker polled an activity that was not created.</summary>
public sealed class ActivityDoesNotExistException(string activityArn) : Exception($"Activity Does Not Exist: '{activityArn}'");
