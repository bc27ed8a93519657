// A disk for SQLite that can lose its power: of what was not synced, an arbitrary part survives,
// sector by sector (after SQLite's own crash VFS, test6.c).
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <cstring>
#include <random>
#include <sqlite3.h>

namespace tongban::test {

class PowerLossDisk {
public:
    explicit PowerLossDisk(quint64 seed)
        : m_chance(seed)
        , m_name("powerloss-" + QByteArray::number(seed) + '-' +
                 QByteArray::number(reinterpret_cast<quintptr>(this), 16)) {
        m_vfs.iVersion = 1;
        m_vfs.szOsFile = sizeof(Handle);
        m_vfs.mxPathname = 200;
        m_vfs.zName = m_name.constData();
        m_vfs.pAppData = this;
        m_vfs.xOpen = open;
        m_vfs.xDelete = remove;
        m_vfs.xAccess = access;
        m_vfs.xFullPathname = fullPath;
        m_vfs.xRandomness = randomness;
        m_vfs.xSleep = [](sqlite3_vfs*, int microseconds) { return microseconds; };
        m_vfs.xCurrentTime = [](sqlite3_vfs*, double* now) {
            *now = 2461000.0;
            return SQLITE_OK;
        };
        sqlite3_vfs_register(&m_vfs, 0);
    }
    ~PowerLossDisk() { sqlite3_vfs_unregister(&m_vfs); }
    PowerLossDisk(const PowerLossDisk&) = delete;
    PowerLossDisk& operator=(const PowerLossDisk&) = delete;

    const QByteArray& name() const { return m_name; }
    // The power goes at the n-th write or sync from now.
    void cutAfter(int operations) { m_left = operations; }
    bool isCut() const { return m_cut; }
    void clear() { m_files.clear(); }
    int between(int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(m_chance);
    }

    // Decides what survived. A disk that lies about syncing is the control: `lying` keeps nothing
    // for sure.
    void powerOn() {
        for (File& file : m_files) {
            QByteArray image = file.durable;
            for (const Change& change : std::as_const(file.pending))
                survive(image, change);
            file.durable = image;
            file.current = image;
            file.pending.clear();
        }
        m_cut = false;
        m_left = -1;
    }
    void setLying(bool lying) { m_lying = lying; }

private:
    struct Change {
        qint64 offset = 0;
        QByteArray bytes;
        qint64 truncateTo = -1;
    };
    struct File {
        QByteArray durable;
        QByteArray current;
        QList<Change> pending;
    };
    struct Handle {
        sqlite3_file base;
        PowerLossDisk* disk;
        QByteArray* path;
        QList<QByteArray>* shared; // the WAL index of the one connection
    };

    static constexpr int sector = 512;

    static void writeInto(QByteArray& image, qint64 offset, const char* bytes, qint64 size) {
        if (image.size() < offset + size)
            image.append(offset + size - image.size(), '\0');
        std::memcpy(image.data() + offset, bytes, static_cast<size_t>(size));
    }

    void survive(QByteArray& image, const Change& change) {
        const int fate = between(0, 2); // none, all, some sectors
        if (fate == 0)
            return;
        if (change.truncateTo >= 0) {
            image.truncate(change.truncateTo);
            return;
        }
        for (qint64 at = 0; at < change.bytes.size(); at += sector) {
            if (fate == 1 || between(0, 1) == 1)
                writeInto(image, change.offset + at, change.bytes.constData() + at,
                          qMin<qint64>(sector, change.bytes.size() - at));
        }
    }

    // Counts one operation; false when there is no power (any more).
    bool powered() {
        if (m_cut)
            return false;
        if (m_left > 0 && --m_left == 0)
            m_cut = true;
        return true; // the operation during which the power goes has happened, unsynced
    }

    static PowerLossDisk* self(sqlite3_vfs* vfs) {
        return static_cast<PowerLossDisk*>(vfs->pAppData);
    }
    static Handle* handle(sqlite3_file* file) { return reinterpret_cast<Handle*>(file); }
    static File& fileOf(sqlite3_file* file) {
        return handle(file)->disk->m_files[*handle(file)->path];
    }

    static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int, int* flags) {
        static const sqlite3_io_methods methods = ioMethods();
        auto* made = handle(file);
        made->base.pMethods = &methods;
        made->disk = self(vfs);
        made->path = new QByteArray(path != nullptr ? path : "temporary");
        made->shared = new QList<QByteArray>();
        (void)fileOf(file);
        if (flags != nullptr)
            *flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs* vfs, const char* path, int) {
        if (!self(vfs)->powered())
            return SQLITE_IOERR_DELETE;
        self(vfs)->m_files.remove(path);
        return SQLITE_OK;
    }
    static int access(sqlite3_vfs* vfs, const char* path, int, int* result) {
        *result = self(vfs)->m_files.contains(path) ? 1 : 0;
        return SQLITE_OK;
    }
    static int fullPath(sqlite3_vfs*, const char* path, int size, char* out) {
        qstrncpy(out, path, static_cast<size_t>(size));
        return SQLITE_OK;
    }
    static int randomness(sqlite3_vfs* vfs, int size, char* out) {
        for (int i = 0; i < size; ++i)
            out[i] = static_cast<char>(self(vfs)->between(0, 255));
        return size;
    }

    static int close(sqlite3_file* file) {
        delete handle(file)->path;
        delete handle(file)->shared;
        return SQLITE_OK;
    }
    static int read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
        const QByteArray& bytes = fileOf(file).current;
        const qint64 there = qBound<qint64>(qint64(0), bytes.size() - offset, qint64(size));
        std::memset(out, 0, static_cast<size_t>(size));
        if (there > 0)
            std::memcpy(out, bytes.constData() + offset, static_cast<size_t>(there));
        return there == size ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }
    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
        if (!handle(file)->disk->powered())
            return SQLITE_IOERR_WRITE;
        File& target = fileOf(file);
        const auto* octets = static_cast<const char*>(bytes);
        writeInto(target.current, offset, octets, size);
        target.pending.append({offset, QByteArray(octets, size)});
        return SQLITE_OK;
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        if (!handle(file)->disk->powered())
            return SQLITE_IOERR_TRUNCATE;
        File& target = fileOf(file);
        target.current.truncate(size);
        target.pending.append({0, {}, size});
        return SQLITE_OK;
    }
    static int sync(sqlite3_file* file, int) {
        PowerLossDisk* disk = handle(file)->disk;
        // The power may go during the sync: then it has not happened.
        if (!disk->powered() || disk->m_cut)
            return SQLITE_IOERR_FSYNC;
        if (disk->m_lying)
            return SQLITE_OK;
        File& target = fileOf(file);
        target.durable = target.current;
        target.pending.clear();
        return SQLITE_OK;
    }
    static int size(sqlite3_file* file, sqlite3_int64* out) {
        *out = fileOf(file).current.size();
        return SQLITE_OK;
    }
    static int sharedMap(sqlite3_file* file, int region, int size, int extend,
                         void volatile** out) {
        QList<QByteArray>& regions = *handle(file)->shared;
        while (extend != 0 && regions.size() <= region)
            regions.append(QByteArray(size, '\0'));
        *out = region < regions.size() ? regions[region].data() : nullptr;
        return SQLITE_OK;
    }

    static sqlite3_io_methods ioMethods() {
        sqlite3_io_methods methods{};
        methods.iVersion = 2;
        methods.xClose = close;
        methods.xRead = read;
        methods.xWrite = write;
        methods.xTruncate = truncate;
        methods.xSync = sync;
        methods.xFileSize = size;
        methods.xLock = [](sqlite3_file*, int) { return SQLITE_OK; };
        methods.xUnlock = [](sqlite3_file*, int) { return SQLITE_OK; };
        methods.xCheckReservedLock = [](sqlite3_file*, int* out) {
            *out = 0;
            return SQLITE_OK;
        };
        methods.xFileControl = [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; };
        methods.xSectorSize = [](sqlite3_file*) { return sector; };
        methods.xDeviceCharacteristics = [](sqlite3_file*) { return 0; };
        methods.xShmMap = sharedMap;
        methods.xShmLock = [](sqlite3_file*, int, int, int) { return SQLITE_OK; };
        methods.xShmBarrier = [](sqlite3_file*) {};
        methods.xShmUnmap = [](sqlite3_file* file, int) {
            handle(file)->shared->clear();
            return SQLITE_OK;
        };
        return methods;
    }

    sqlite3_vfs m_vfs{};
    std::mt19937_64 m_chance;
    QByteArray m_name;
    QHash<QByteArray, File> m_files;
    int m_left = -1;
    bool m_cut = false;
    bool m_lying = false;
};

} // namespace tongban::test
