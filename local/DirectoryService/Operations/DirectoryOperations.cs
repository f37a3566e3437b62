using System.Text.Json.Nodes;
using Infra.Local.DirectoryService.Requests;

namespace Infra.Local.DirectoryService.Operations;

/// <summary>DescribeDirectories.</summary>
public sealed class DirectoryOperations(Directories directories)
{
    /// <summary>Most directories on a page. AWS names no figure; this holds those of any test.</summary>
    private const int Maximum = 100;

    public JsonObject? Describe(DirectoryRequest request)
    {
        var found = request.Texts("DirectoryIds") is { } ids ? Named(request, ids) : [.. directories.All];
        var limit = request.Number("Limit", 0, int.MaxValue) is { } chosen and > 0
            ? Math.Min(chosen, Maximum)
            : Maximum;
        return PageOfItems.Of(request, "DirectoryDescriptions", [.. found.Select(Document)], limit);
    }

    private List<AwsDirectory> Named(DirectoryRequest request, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            throw request.Invalid("DirectoryIds is empty; leave it out to mean every directory.");
        }

        return [.. ids.Select(id => directories.Find(id)
            ?? throw DirectoryErrors.Of("EntityDoesNotExistException", $"Directory {id} does not exist."))];
    }

    private static JsonObject Document(AwsDirectory directory)
    {
        var state = directory.State;
        return new JsonObject
        {
            ["DirectoryId"] = directory.Id,
            ["Name"] = directory.Specification.Name,
            ["ShortName"] = directory.Specification.ShortName,
            ["Size"] = directory.Specification.Size,
            ["Alias"] = directory.Id,
            ["AccessUrl"] = $"{directory.Id}.awsapps.com",
            ["Stage"] = state.Stage.ToString(),
            ["StageLastUpdatedDateTime"] = Timestamp.Of(state.StageChangedAt),
            ["LaunchTime"] = Timestamp.Of(directory.CreatedAt),
            ["Type"] = directory.Type.ToString(),
            ["SsoEnabled"] = false,
        };
    }
}
