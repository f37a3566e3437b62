using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Iam;

namespace Infra.Local.DirectoryService;

/// <summary>
/// Asks the policies about calls to Directory Service; service authorization reference, "AWS Directory Service".
/// </summary>
public sealed class DirectoryAccess(IAccessControl access, AwsAccount account)
{
    public void Demand(string operation, JsonObject request, Principal caller)
    {
        // DescribeDirectories has no resource type: only a grant on * reaches it.
        var resource = operation == "DescribeDirectories" || request["DirectoryId"]?.ToString() is not { } id
            ? "*"
            : account.Arn("ds", $"directory/{id}");
        access.Demand(new AccessRequest(caller, $"ds:{operation}", resource));
    }
}
