namespace Infra.TrustManager.Settings;

/// <summary>
/// Every operator request: functions read requests by this table, and the operator's command, which compiles this same
/// file, finds the function by it.
/// </summary>
/// <param name="SubjectMember">Member with the id of what a request is about; every request has it.</param>
/// <param name="All">In the order in which messages list them.</param>
public sealed record OperatorRequests(string SubjectMember, IReadOnlyList<OperatorRequest> All)
{
    public const string Plan = "plan";
    public const string Status = "status";
    public const string History = "history";
    public const string Approvals = "approvals";
    public const string Apply = "apply";
    public const string Hold = "hold";
    public const string Release = "release";
    public const string Approve = "approve";
    public const string Reject = "reject";
    public const string Published = "published";

    /// <summary>About a directory: the id is Directory Service's.</summary>
    public static OperatorRequests OfDirectory { get; } = new(
        "directoryId",
        [
            new(Plan, TrustManagerVariables.DirectoryRead, "properties", "time"),
            new(Status, TrustManagerVariables.DirectoryRead, "time"),
            new(History, TrustManagerVariables.DirectoryRead),
            new(Approvals, TrustManagerVariables.DirectoryRead),
            new(Apply, TrustManagerVariables.DirectoryReconcile),
            new(Hold, TrustManagerVariables.DirectoryReconcile, "reason", "until"),
            new(Release, TrustManagerVariables.DirectoryReconcile),
            new(Approve, TrustManagerVariables.DirectoryReconcile, "thumbprint", "purpose"),
            new(Reject, TrustManagerVariables.DirectoryReconcile, "thumbprint", "purpose"),
        ]);

    /// <summary>About a CA: the id is its ARN.</summary>
    public static OperatorRequests OfAuthority { get; } = new(
        "certificateAuthorityArn",
        [
            new(Plan, TrustManagerVariables.CaRead, "time"),
            new(Status, TrustManagerVariables.CaRead, "time"),
            new(History, TrustManagerVariables.CaRead),
            new(Apply, TrustManagerVariables.CaRenewal),
            new(Published, TrustManagerVariables.CaRenewal, "thumbprint"),
        ]);

    /// <summary>Null where there is no such request.</summary>
    public OperatorRequest? Find(string name) => All.FirstOrDefault(request => request.Name == name);

    /// <summary>
    /// The requests by function: <c>plan, status, history (DirectoryRead), apply (DirectoryReconcile)</c>.
    /// </summary>
    public string ByFunction() => string.Join(", ", All.GroupBy(request => request.Function)
        .Select(group => $"{string.Join(", ", group.Select(request => request.Name))} ({group.Key})"));
}
