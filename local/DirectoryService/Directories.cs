using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Infra.Local.Clock;
using Infra.Local.DirectoryService.History;
using Infra.Local.DirectoryService.Requests;

namespace Infra.Local.DirectoryService;

/// <summary>Every directory of the account: made here, since no CloudFormation type makes an AD Connector.</summary>
public sealed class Directories(LocalClock clock, DirectoryServiceOptions? options = null)
{
    private readonly ConcurrentDictionary<string, AwsDirectory> _directories = new(StringComparer.Ordinal);
    private readonly ChangeFeed _feed = new();

    /// <summary>In the order of their ids.</summary>
    public IEnumerable<AwsDirectory> All =>
        _directories.Values.OrderBy(directory => directory.Id, StringComparer.Ordinal);

    /// <summary>Every change of every directory, in order, up to this moment.</summary>
    public IReadOnlyList<DirectoryChange> History
    {
        get
        {
            foreach (var directory in _directories.Values)
            {
                // A change that is due happens at the latest when somebody looks.
                _ = directory.State;
            }

            return _feed.ToList();
        }
    }

    /// <exception cref="KeyNotFoundException">There is no such directory.</exception>
    public AwsDirectory this[string id] => _directories.TryGetValue(id, out var found)
        ? found
        : throw new KeyNotFoundException($"There is no directory '{id}'; Add makes one.");

    public AwsDirectory? Find(string id) => _directories.GetValueOrDefault(id);

    /// <summary>Makes a directory that is <see cref="DirectoryStage.Active"/>.</summary>
    /// <exception cref="ArgumentException">Its id has another form, or is taken.</exception>
    public AwsDirectory Add(DirectorySpecification specification)
    {
        if (!Regex.IsMatch(specification.Id, RequestMembers.DirectoryIdPattern))
        {
            throw new ArgumentException(
                $"'{specification.Id}' is not a directory id: d- and ten lower-case hexadecimal digits.",
                nameof(specification));
        }

        var directory = new AwsDirectory(specification, options ?? new DirectoryServiceOptions(), clock, _feed);
        return _directories.TryAdd(directory.Id, directory)
            ? directory
            : throw new ArgumentException($"There is a directory '{directory.Id}' already.", nameof(specification));
    }

    /// <summary>Takes a directory away, with everything in it.</summary>
    public void Remove(string id) => _directories.TryRemove(id, out _);

    /// <summary>Makes the next registration end as <c>RegisterFailed</c>.</summary>
    public void FailNextRegistration(string id, string reason) => this[id].Failures.Registrations.Enqueue(reason);

    /// <summary>Makes the next deregistration end as <c>DeregisterFailed</c>.</summary>
    public void FailNextDeregistration(string id, string reason) => this[id].Failures.Deregistrations.Enqueue(reason);

    /// <summary>Makes the next EnableLDAPS end as <c>EnableFailed</c>.</summary>
    public void FailNextLdapsEnabling(string id, string reason) => this[id].Failures.LdapsEnablings.Enqueue(reason);
}
