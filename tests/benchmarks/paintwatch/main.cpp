// SPDX-License-Identifier: GPL-3.0-or-later
// paintwatch [--picture FILE] PROGRAM [ARGUMENT…]: starts a program and says when its first window
// was painted, in milliseconds since just before exec, without any help of the program's.
//
// A picture of the window is kept after each change, until it has been quiet for half a second.
// Painted is the first picture that already showed what the last one shows. A window that never
// comes to rest, a blank one, none at all: an error and no number.
//
// Then it obeys lines on stdin: "close" asks the window to close and says how long the process took
// to end; "kill" ends it with SIGKILL; "picture FILE" saves (as PPM) what is shown now. At the end
// of stdin the program is killed.
#include "tests/benchmarks/paintwatch/program.h"
#include "tests/benchmarks/paintwatch/screen.h"

#include <cstdio>
#include <cstring>
#include <deque>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

using namespace paintwatch;

namespace
{

constexpr double Quiet = 500;     ///< milliseconds
constexpr double Patience = 30e3; ///< for all of it
constexpr int PatienceToEnd = 10000;
constexpr std::size_t MostPictures = 300; ///< 6 MB each, in the server

struct Taken {
    double at; ///< when the copy was there, so never earlier than what it shows
    Screen::Copy copied;
};

/// Little has changed for a while. A blinking cursor is not much.
class Rest
{
public:
    void note(double at, int pixels) { m_changes.emplace_back(at, pixels); }
    [[nodiscard]] bool hasCome(double at, int windowPixels)
    {
        while (!m_changes.empty() && m_changes.front().first < at - Quiet)
            m_changes.pop_front();
        long sum = 0;
        for (const auto &change : m_changes)
            sum += change.second;
        return double(sum) < SameBelow * windowPixels;
    }

private:
    std::deque<std::pair<double, int>> m_changes;
};

struct Watched {
    double mapped = 0;
    std::vector<Taken> pictures;
};

Watched watch(Screen &screen, Program &program)
{
    Watched watched;
    Rest rest;
    for (;;) {
        screen.wait(20);
        const Screen::News news = screen.news();
        const double at = now();
        if (news.mapped) {
            watched = {at, {}};
            rest = {};
        }
        if (news.changed > 0) {
            rest.note(at, news.changed);
            const Screen::Copy copied = screen.copy();
            watched.pictures.push_back({now(), copied});
        } else if (screen.hasWindow() && at - watched.mapped > Quiet &&
                   rest.hasCome(at, screen.width() * screen.height())) {
            return watched;
        }
        if (program.hasEnded(0))
            throw std::runtime_error("the program ended with " + std::to_string(program.status()) +
                                     " before its window had come to rest");
        if (at - program.began() > Patience)
            throw std::runtime_error(screen.hasWindow() ? "the window never came to rest"
                                                        : "there was no window");
        if (watched.pictures.size() > MostPictures)
            throw std::runtime_error("the window changed more often than there is room for");
    }
}

void save(const Picture &picture, const std::string &name)
{
    std::ofstream file(name, std::ios::binary);
    file << "P6 " << picture.width << ' ' << picture.height << " 255\n";
    for (const std::uint32_t pixel : picture.pixels)
        file << char(pixel >> 16) << char(pixel >> 8) << char(pixel);
    if (!file.flush())
        throw std::runtime_error("the picture could not be saved");
}

void report(Screen &screen, const Program &program, const Watched &watched,
            const std::string &picture)
{
    const Picture last = screen.fetch(watched.pictures.back().copied);
    std::vector<double> differences;
    for (const Taken &taken : watched.pictures)
        differences.push_back(difference(screen.fetch(taken.copied), last));
    const Painted found = painted(differences);
    // The one that was called painted, so that a person can judge.
    const Picture shown = screen.fetch(watched.pictures[found.first].copied);
    if (!picture.empty())
        save(shown, picture);
    if (isBlank(shown))
        throw std::runtime_error("the window stayed blank");
    const auto since = [&](double at) { return at - program.began(); };
    std::printf("pid %d\nwindow %dx%d\npictures %zu\n", int(program.pid()), last.width, last.height,
                watched.pictures.size());
    std::printf("mapped %.2f\nfirst %.2f\npainted %.2f\nsteady %.2f\nready\n",
                since(watched.mapped), since(watched.pictures.front().at),
                since(watched.pictures[found.first].at), since(watched.pictures[found.steady].at));
    std::fflush(stdout);
}

void obey(const std::string &line, Screen &screen, Program &program)
{
    (void)screen.news();
    if (line == "close") {
        const double asked = now();
        screen.close();
        if (!program.hasEnded(PatienceToEnd))
            throw std::runtime_error("the program did not end when its window was closed");
        std::printf("ended %.2f\nstatus %d\n", now() - asked, program.status());
    } else if (line == "kill") {
        program.kill();
        std::printf("killed\n");
    } else if (line.rfind("picture ", 0) == 0) {
        save(screen.fetch(screen.copy()), line.substr(std::strlen("picture ")));
        std::printf("saved\n");
    } else {
        throw std::runtime_error("not understood: " + line);
    }
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    int next = 1;
    std::string picture;
    if (argc > 3 && std::strcmp(argv[1], "--picture") == 0) {
        picture = argv[2];
        next = 3;
    }
    if (argc <= next) {
        std::fputs("usage: paintwatch [--picture FILE] PROGRAM [ARGUMENT...]\n", stderr);
        return 2;
    }
    try {
        Screen screen;
        Program program(argv + next);
        report(screen, program, watch(screen, program), picture);
        for (std::string line; std::getline(std::cin, line);)
            obey(line, screen, program);
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "paintwatch: %s: %s\n", argv[next], problem.what());
        return 1;
    }
    return 0;
}
