namespace Infra.Local.DirectoryService;

/// <summary>Where a directory is in its life, in the words of Directory Service.</summary>
public enum DirectoryStage
{
    Requested,
    Creating,
    Created,
    Active,
    Inoperable,
    Impaired,
    Restoring,
    RestoreFailed,
    Deleting,
    Deleted,
    Failed,
    Updating,
}
